package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A call that someone opens is folded again from what the index keeps of it, and is the same.
class RefoldTest {

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void foldsACallAgainFromItsRecord(Scenario scenario) throws IOException {
        FileSpool spool = new FileSpool(folder);
        CaptureFile capture = CaptureFile.open(scenario.capture(), folder);
        Replay replay = Replay.of(capture, spool, Limits.standard(), 1);
        try (Source source = source(scenario, capture, spool, replay)) {
            source.streams(replay.analyzed().streams());
            for (Call call : replay.calls()) {
                CallRecord record =
                        RecordBytes.unpack(
                                RecordBytes.pack(
                                        CallRecord.of(Findings.of(call), 1, scenario.name())),
                                0);
                Call again = source.fold(record).orElseThrow();
                // Events keep the numbers of their Call-ID, which others may share with the call.
                assertThat(again)
                        .usingRecursiveComparison()
                        .ignoringFields("events.derived")
                        .isEqualTo(call);
                assertThat(again.equals(call)).isEqualTo(hasItsCallIdsAlone(call, replay.calls()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void showsMediaThatWereForgottenSince(Scenario scenario) throws IOException {
        FileSpool spool = new FileSpool(folder);
        CaptureFile capture = CaptureFile.open(scenario.capture(), folder);
        Replay replay = Replay.of(capture, spool, Limits.standard(), 1);
        try (Source source = source(scenario, capture, spool, replay)) {
            for (Call call : replay.calls()) {
                CallRecord record = CallRecord.of(Findings.of(call), 1, scenario.name());
                assertThat(source.fold(record).orElseThrow().media())
                        .containsExactlyInAnyOrderElementsOf(call.media());
            }
        }
    }

    /// Read to its end; it knows no media.
    private static Source source(
            Scenario scenario, CaptureFile capture, FileSpool spool, Replay replay) {
        SourceStatus begun = SourceStatus.begin(1, scenario.name(), -1);
        return new Source(capture, spool, begun.ready(replay.analyzed(), 0, 0));
    }

    private static boolean hasItsCallIdsAlone(Call call, List<Call> calls) {
        List<String> own = call.legs().stream().map(Leg::callId).toList();
        return calls.stream()
                .filter(other -> other != call && other.times().start() <= call.times().start())
                .flatMap(other -> other.legs().stream())
                .noneMatch(leg -> own.contains(leg.callId()));
    }
}
