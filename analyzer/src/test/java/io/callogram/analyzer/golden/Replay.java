package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.pipeline.Analysis;
import io.callogram.analyzer.pipeline.Analyzed;
import io.callogram.analyzer.pipeline.Calls;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one pass over a capture gave.
///
/// @param calls by start
/// @param analyzed account and streams
public record Replay(List<Call> calls, Analyzed analyzed) {

    public static Replay of(Scenario scenario, Path folder) throws IOException {
        try (InputStream in = scenario.capture();
                CaptureFile capture = CaptureFile.open(in, folder);
                Spool spool = new MemorySpool()) {
            return of(capture, spool, Limits.standard(), 1);
        }
    }

    public static Replay of(CaptureFile capture, Spool spool, Limits limits, int threads)
            throws IOException {
        Kept kept = new Kept();
        Analyzed analyzed = Analysis.run(capture, spool, 1, limits, threads, kept, (_, _, _) -> {});
        return new Replay(kept.calls(), analyzed);
    }

    Account account() {
        return analyzed.account();
    }

    /// The calls as a list of them would stand at the end.
    public static final class Kept implements Calls<Call> {
        private final Map<String, Call> byId = new HashMap<>();

        public List<Call> calls() {
            return byId.values().stream()
                    .sorted(
                            Comparator.comparingLong((Call call) -> call.times().start())
                                    .thenComparing(Call::id))
                    .toList();
        }

        @Override
        public Call view(Call call) {
            return call;
        }

        @Override
        public void put(String id, long start, Call view, boolean again) {
            Call before = byId.put(id, view);
            if ((before != null) != again) {
                throw new AssertionError("put " + (again ? "again" : "as new") + ": " + id);
            }
        }

        @Override
        public void retract(String id) {
            if (byId.remove(id) == null) {
                throw new AssertionError("retracted but never put: " + id);
            }
        }
    }
}
