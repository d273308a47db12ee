package io.callogram.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.capture.live.LiveEvent;
import io.callogram.web.api.json.SourceJson;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.Gap;
import io.callogram.web.api.workbench.SourceView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is shown of the times at which nothing was captured.
class GapsTest {

    private static final long SECOND = 1_000_000_000L;

    private static String json(List<Gap> gaps) {
        CaptureView capture =
                new CaptureView(
                        CaptureView.Kind.LIVE,
                        "eth0",
                        CaptureView.State.CAPTURING,
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        0,
                        0,
                        gaps,
                        0,
                        0,
                        true,
                        null);
        SourceView source =
                new SourceView(
                        1,
                        "eth0",
                        SourceView.State.LIVE,
                        0,
                        0,
                        0,
                        0,
                        -1,
                        -1,
                        0,
                        Account.EMPTY,
                        List.of(),
                        capture,
                        false,
                        Gone.NOTHING);
        return new String(SourceJson.source(source), StandardCharsets.UTF_8);
    }

    @Test
    void showsAGapWhileItLastsAndWhatPassedInItWhenItIsOver() {
        Gaps gaps = new Gaps();
        gaps.hear(new LiveEvent.Interrupted(SECOND, "The child is gone."));
        assertThat(gaps.all()).containsExactly(new Gap(SECOND, -1, -1, false));
        assertThat(gaps.sentence()).isEqualTo("The child is gone.");
        assertThat(json(gaps.all())).contains("\"to\":null,\"missed\":null,\"atMost\":false");
        gaps.hear(new LiveEvent.Resumed(SECOND, 2 * SECOND, 1_234, true));
        assertThat(gaps.all()).containsExactly(new Gap(SECOND, 2 * SECOND, 1_234, true));
        assertThat(json(gaps.all())).contains("\"missed\":1234,\"atMost\":true");
    }

    @Test
    void keepsTheLastHundred() {
        Gaps gaps = new Gaps();
        for (int i = 0; i < 130; i++) {
            gaps.hear(new LiveEvent.Interrupted(i, "gone"));
            gaps.hear(new LiveEvent.Resumed(i, i + 1, 0, false));
        }
        assertThat(gaps.all()).hasSize(100);
        assertThat(gaps.all().getLast().from()).isEqualTo(129);
    }
}
