package io.callogram.web.json;

import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.ladder.HtmlLadder;
import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.LadderLayout;
import io.callogram.analyzer.ladder.MermaidLadder;
import io.callogram.analyzer.ladder.TextLadder;
import io.callogram.analyzer.ladder.plantuml.PlantUmlPicture;
import io.callogram.analyzer.ladder.plantuml.PlantUmlText;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The forms a ladder can take, with their media types.
public enum LadderFormat {
    TEXT("text/plain; charset=utf-8", "txt"),
    SVG("image/svg+xml", "svg"),
    PNG("image/png", "png"),
    PUML("text/plain; charset=utf-8", "puml"),
    MERMAID("text/plain; charset=utf-8", "mmd"),
    HTML("text/html; charset=utf-8", "html"),
    JSON("application/json", "json");

    private final String mediaType;
    private final String extension;

    LadderFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /// The format of that name, or null.
    public static @Nullable LadderFormat of(String name) {
        for (LadderFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        return null;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /// @param language of whatever the form says in words
    public byte[] draw(Findings findings, Language language) {
        Ladder ladder = LadderLayout.of(findings.call());
        return switch (this) {
            case TEXT -> utf8(TextLadder.draw(ladder));
            case SVG -> PlantUmlPicture.svg(PlantUmlText.of(ladder));
            case PNG -> PlantUmlPicture.png(PlantUmlText.of(ladder));
            case PUML -> utf8(PlantUmlText.of(ladder));
            case MERMAID -> utf8(MermaidLadder.draw(ladder));
            case HTML -> utf8(page(findings, ladder, language));
            case JSON -> LadderJson.of(ladder);
        };
    }

    private static String page(Findings findings, Ladder ladder, Language language) {
        List<HtmlLadder.Told> told =
                Story.of(findings, language).steps().stream()
                        .map(step -> new HtmlLadder.Told(step.number(), step.text(), step.why()))
                        .toList();
        byte[] picture = PlantUmlPicture.svg(PlantUmlText.of(ladder));
        return HtmlLadder.draw(ladder, picture, language.name().toLowerCase(Locale.ROOT), told);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
