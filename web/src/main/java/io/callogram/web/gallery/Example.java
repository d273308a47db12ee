package io.callogram.web.gallery;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.pipeline.Analysis;
import io.callogram.analyzer.pipeline.Calls;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The call of a scenario that shows a flow.
///
/// @param bytes of its messages, by number
public record Example(String scenario, Call call, Map<Integer, byte[]> bytes) {
    /// As long as nobody else numbers sources of its own here.
    private static final int SOURCE = 1;

    /// The first call of the scenario that contains the flow; empty when none does.
    static Optional<Example> of(Scenario scenario, FlowKind kind) throws IOException {
        byte[] all;
        try (InputStream in = scenario.capture()) {
            all = in.readAllBytes();
        }
        try (CaptureFile capture = CaptureFile.open(new MemoryBytes(all));
                Spool spool = new MemorySpool()) {
            Shown shown = new Shown(kind);
            Analysis.run(capture, spool, SOURCE, Limits.standard(), 1, shown, (_, _, _) -> {});
            Call call = shown.first();
            return call == null
                    ? Optional.empty()
                    : Optional.of(
                            new Example(
                                    scenario.name(),
                                    call,
                                    bytes(call, new CaptureBytes(capture, spool))));
        }
    }

    private static Map<Integer, byte[]> bytes(Call call, CaptureBytes capture) throws IOException {
        Map<Integer, byte[]> bytes = new HashMap<>();
        for (CallMessage message : call.messages()) {
            Where where = message.seen().sighting().where();
            bytes.put(message.number(), capture.read(where.stored(), where.length()));
        }
        return bytes;
    }

    public byte[] message(CallMessage message) {
        return Objects.requireNonNull(bytes.get(message.number()));
    }

    /// Keeps the calls that contain the flow.
    private static final class Shown implements Calls<Call> {
        private final FlowKind kind;
        private final Map<String, Call> calls = new HashMap<>();

        Shown(FlowKind kind) {
            this.kind = kind;
        }

        @Nullable Call first() {
            return calls.values().stream()
                    .filter(call ->
                            Findings.of(call).flows().stream()
                                    .anyMatch(flow -> flow.kind() == kind))
                    .min(
                            Comparator.comparingLong((Call call) -> call.times().start())
                                    .thenComparing(Call::id))
                    .orElse(null);
        }

        @Override
        public Call view(Call call) {
            return call;
        }

        @Override
        public void put(String id, long start, Call call, boolean again) {
            calls.put(id, call);
        }

        @Override
        public void retract(String id) {
            calls.remove(id);
        }
    }
}
