package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The calls that were folded lately, for whoever looks at one from several sides.
final class FoldedCalls {
    private static final int MOST = 64;

    private final Map<String, Call> calls = new LinkedHashMap<>(16, 0.75f, true);

    synchronized Optional<Call> get(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    synchronized void put(String id, Call call) {
        calls.put(id, call);
        if (calls.size() > MOST) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    synchronized void forget(int source) {
        calls.values().removeIf(call -> call.source() == source);
    }
}
