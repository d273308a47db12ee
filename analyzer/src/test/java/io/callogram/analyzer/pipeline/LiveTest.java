package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.golden.Groups;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A capture that is watched while it grows gives in the end what it gives when it is read at once.
class LiveTest {

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void foldsWhateverFellSilentAfterEveryMessage(Scenario scenario) throws IOException {
        compare(scenario, silence(1, 1));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void takesBackWhatItFoldedTooEarly(Scenario scenario) throws IOException {
        compare(scenario, silence(10_000, 1));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void takesBackWhatItClosedAndDidNotFoldYet(Scenario scenario) throws IOException {
        compare(scenario, silence(10_000, 7));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void showsEveryMessageInOneCallAtEveryMoment(Scenario scenario) throws IOException {
        follow(scenario, Limits.standard());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void showsCallsThatItFoldedTooEarlyAsTheyStandNow(Scenario scenario) throws IOException {
        follow(scenario, silence(10_000, 7));
    }

    private static Limits silence(int shorter, int batch) {
        Limits s = Limits.standard();
        return new Limits(
                s.duplicate(),
                s.linger() / shorter,
                s.pending() / shorter,
                s.ringing() / shorter,
                s.binding() / shorter,
                s.lasting() / shorter,
                s.messagesPerGroup(),
                s.liveMessages(),
                s.atHand(),
                batch);
    }

    private void compare(Scenario scenario, Limits limits) throws IOException {
        again(
                scenario,
                limits,
                (messages, intake, _) -> {
                    for (Seen seen : messages) {
                        intake.add(seen);
                        intake.settle();
                    }
                });
    }

    private void follow(Scenario scenario, Limits limits) throws IOException {
        again(
                scenario,
                limits,
                (messages, intake, kept) -> {
                    intake.follow();
                    for (int i = 0; i < messages.size(); i++) {
                        intake.add(messages.get(i));
                        intake.settle();
                        intake.show();
                        List<Seen> shown = Groups.messages(kept.calls());
                        assertThat(shown).hasSize(i + 1);
                        assertThat(intake.hasNews()).isFalse();
                    }
                });
    }

    private interface Run {
        void of(List<Seen> messages, Intake<Call> intake, Replay.Kept kept);
    }

    private void again(Scenario scenario, Limits limits, Run run) throws IOException {
        try (CaptureFile capture = CaptureFile.open(scenario.capture(), folder);
                Spool spool = new MemorySpool();
                Workers workers = new Workers(1)) {
            Replay replay = Replay.of(capture, spool, Limits.standard(), 1);
            Replay.Kept kept = new Replay.Kept();
            CaptureBytes bytes = new CaptureBytes(capture, spool);
            Folding<Call> folding =
                    new Folding<>(workers, bytes, replay.analyzed().streams(), 1, kept);
            folding.captured(replay.analyzed().account().lastPacket(), new RtpStreams());
            MessageLoader loader = new MessageLoader(bytes);
            Intake<Call> intake = new Intake<>(limits, folding, loader, kept);
            run.of(Groups.messages(replay.calls()), intake, kept);
            intake.finish();
            assertThat(kept.calls()).isEqualTo(replay.calls());
        }
    }
}
