package io.callogram.web.json;

import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.MarkdownStory;
import io.callogram.analyzer.story.Story;
import io.callogram.analyzer.story.TextStory;
import java.nio.charset.StandardCharsets;

/// The forms a story can take.
public enum StoryFormat {
    TEXT,
    MARKDOWN,
    JSON;

    public byte[] draw(Findings findings, Language language) {
        Story story = Story.of(findings, language);
        return switch (this) {
            case TEXT -> TextStory.draw(story).getBytes(StandardCharsets.UTF_8);
            case MARKDOWN -> MarkdownStory.draw(story).getBytes(StandardCharsets.UTF_8);
            case JSON -> StoryJson.of(story);
        };
    }
}
