package io.callogram.analyzer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownStoryTest {

    private static String drawn(String text, String proof) {
        Step step = new Step("1", 1, "T.100", 0, 1, text, "", proof, List.of());
        return MarkdownStory.draw(new Story("Call", "1001", List.of(step)));
    }

    @Test
    void letsNoNameBecomeALinkOrMarkup() {
        assertThat(drawn("[a](http://b.example) <b> *c* www.d.example calls.", ""))
                .contains("\\[a\\](http\\://b.example) \\<b\\> \\*c\\* www\\.d.example calls.");
    }

    @Test
    void quotesAHeaderLineWithAFenceLongerThanAnyInIt() {
        assertThat(drawn("x calls.", "Reason: `` ` ")).contains("``` Reason: `` `  ```");
    }
}
