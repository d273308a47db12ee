package io.callogram.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.story.Language;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsEveryCallToBeLikeItself(Scenario scenario) throws IOException {
        for (Transcript transcript : transcripts(scenario)) {
            Comparison comparison = Comparison.of(transcript, transcript, false);
            assertThat(comparison.firstDivergence()).isEqualTo(-1);
            assertThat(comparison.rows()).allMatch(row -> row.kind() == Row.Kind.SAME);
        }
    }

    @Test
    void findsTheSameCourseInARecordedCallWithOtherIdentifiers() throws IOException {
        Comparison c = against("recorded/call-released-by-callee", "call/through-proxy");

        assertThat(c.hopByHop()).isTrue();
        assertThat(c.firstDivergence()).isEqualTo(-1);
        assertThat(Explanation.of(c, Language.EN))
                .isEqualTo("Both take the same course, message for message.");
        assertThat(Explanation.of(c, Language.ZH)).isEqualTo("两者逐条消息一致。");
    }

    @Test
    void saysWhereABusyCallLeavesTheCourseOfAnAnsweredOne() throws IOException {
        Comparison c = against("failure/busy", "call/through-proxy");

        assertThat(Explanation.of(c, Language.EN))
                .isEqualTo(
                        "The courses agree up to message 2 (INVITE); then message 5 is 486 Busy"
                                + " Here from B (1002) to S (Proxy) where the shape has 180 Ringing"
                                + " (its message 5).");
        assertThat(Explanation.of(c, Language.ZH))
                .isEqualTo(
                        "到消息 2 (INVITE) 为止过程一致；此后消息 5 是 B (1002) 发往 S (Proxy) 的"
                                + " 486 Busy Here，而典型过程是 180 Ringing（其消息 5）。");
        assertThat(differing(c))
                .containsExactly(
                        "different 486 Busy Here | 180 Ringing",
                        "missing - | 180 Ringing",
                        "missing - | 200 OK",
                        "moved ACK | ACK",
                        "different 486 Busy Here | 200 OK",
                        "missing - | BYE",
                        "missing - | BYE",
                        "missing - | 200 OK (BYE)",
                        "missing - | 200 OK (BYE)");
    }

    @Test
    void comparesEndToEndWhatWasCapturedOnDifferentHops() throws IOException {
        Comparison c = against("call/one-leg-only", "call/through-proxy");

        assertThat(c.hopByHop()).isFalse();
        assertThat(differing(c))
                .containsExactly("different BYE | BYE", "different 200 OK (BYE) | 200 OK (BYE)");
        assertThat(Explanation.of(c, Language.EN))
                .endsWith(
                        "then message 6 is BYE from A (1001) to B (1002) where the shape has BYE"
                                + " from B (1002) to A (1001) (its message 11).");
    }

    @Test
    void foldsTheBranchesOfAForkAndShowsWhatOnlyAForkNeeds() throws IOException {
        Comparison c = against("service/fork-one-answers", "call/through-proxy");

        assertThat(c.rows().get(1).here()).extracting(Passage::branches).isEqualTo(2);
        assertThat(differing(c))
                .startsWith(
                        "extra CANCEL | -",
                        "extra 200 OK (CANCEL) | -",
                        "extra 487 Request Terminated | -");
    }

    @Test
    void showsHeaderFieldsThatSaySomethingElse() throws IOException {
        Comparison c = against("service/hold-by-update", "service/hold-resume");
        List<Change> changes =
                Comparison.of(
                                transcript("call/encrypted-media"),
                                transcript("call/through-proxy"),
                                false)
                        .rows()
                        .getFirst()
                        .changes();

        assertThat(c.firstDivergence()).isNotNegative();
        assertThat(changes).extracting(Change::name).doesNotContain("Via", "Call-ID", "From", "To");
    }

    @Test
    void drawsTwoColumnsForATerminal() throws IOException {
        Comparison c = against("failure/busy", "call/through-proxy");

        assertThat(TextComparison.draw(c, "c-1", "Basic call", Language.EN))
                .contains("  A = 1001                              A = 1001\n")
                .contains("    1  A → S    INVITE                    1  A → S    INVITE\n")
                .contains(
                        ">   5  B → S    486 Busy Here             5  B → S    180 Ringing"
                                + "             different\n");
    }

    private Comparison against(String here, String there) throws IOException {
        return Comparison.of(transcript(here), transcript(there), true);
    }

    private static List<String> differing(Comparison comparison) {
        return comparison.rows().stream()
                .filter(Row::diverges)
                .map(row ->
                        row.kind().name().toLowerCase(Locale.ROOT)
                                + " "
                                + label(row.here())
                                + " | "
                                + label(row.there()))
                .toList();
    }

    private static String label(@Nullable Passage passage) {
        return passage == null ? "-" : passage.label();
    }

    private Transcript transcript(String scenario) throws IOException {
        return transcripts(Scenarios.named(scenario)).getFirst();
    }

    private List<Transcript> transcripts(Scenario scenario) throws IOException {
        List<Transcript> all = new ArrayList<>();
        try (InputStream in = scenario.capture();
                CaptureFile capture = CaptureFile.open(in, folder);
                Spool spool = new MemorySpool()) {
            CaptureBytes bytes = new CaptureBytes(capture, spool);
            for (Call call : Replay.of(capture, spool, Limits.standard(), 1).calls()) {
                all.add(
                        Transcript.read(
                                call,
                                message -> {
                                    Where at = message.seen().sighting().where();
                                    return bytes.read(at.stored(), at.length());
                                }));
            }
        }
        return all;
    }
}
