package io.callogram.analyzer.ladder.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Column;
import io.callogram.analyzer.ladder.Ladder.Gap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantUmlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice\n!include /etc/passwd",
                "%load_json(\"/etc/hostname\")",
                "</color><img:file.png>",
                "[[javascript:alert(1) click]]",
                "\\n@enduml\\n@startuml",
                "~~__**//\"\"",
                "a ->(10) b : x",
                "\u202egnp.exe",
                "<U+0041>",
                "$macro()",
                "end\nnote left\nx",
                "::  ..  @@  ++"
            })
    void keepsCapturedTextFromBecomingSyntax(String hostile) {
        String source = PlantUmlText.of(ladder(hostile));
        assertThat(source.lines().filter(line -> line.startsWith("!") || line.startsWith("@")))
                .containsExactly("@startuml", "@enduml");
        String picture = new String(PlantUmlPicture.svg(source), StandardCharsets.UTF_8);
        assertThat(picture)
                .contains("INVITE")
                .doesNotContain("Syntax Error")
                .doesNotContain("<a ", "<image");
    }

    @Test
    void readsNoFileEvenWhenAskedInPlainSyntax(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("secret.json");
        Files.writeString(secret, "{\"word\": \"xyzzy\"}");
        String source = "@startuml\nA -> B : %load_json(\"" + secret + "\")\n@enduml\n";
        assertThat(new String(PlantUmlPicture.svg(source), StandardCharsets.UTF_8))
                .doesNotContain("xyzzy");
    }

    @Test
    void drawsEveryKindOfRow() {
        Ladder ladder =
                new Ladder(
                        "a → b",
                        List.of(new Column("a", "10.0.0.1:5060"), new Column("b", "10.0.0.2:5060")),
                        List.of(
                                arrow("INVITE"),
                                new Bar(0, 1, "talk", 1, true, true, "talk 3.0 s"),
                                new Gap(5_000_000_000L),
                                arrow("BYE")));
        byte[] png = PlantUmlPicture.png(PlantUmlText.of(ladder));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(PlantUmlPicture.svg(PlantUmlText.of(ladder)), StandardCharsets.UTF_8))
                .contains("BYE", "5.000")
                .doesNotContain("Syntax Error");
    }

    private static Ladder ladder(String text) {
        return new Ladder(
                text,
                List.of(new Column(text, text), new Column("b", "x")),
                List.of(arrow("INVITE"), arrow(text)));
    }

    private static Arrow arrow(String label) {
        return new Arrow(1, 0, 0, 0, 1, label, label, true, 1, 1, label);
    }
}
