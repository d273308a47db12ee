package io.callogram.analyzer.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One flow that a call contains.
///
/// @param proofs in order of message
/// @param roles who is `A`, `B`, `C` …: user part or node name
/// @param attributes what else was concluded: slug to value, in a fixed order
/// @param start nanoseconds since 1970
/// @param end nanoseconds since 1970
public record Flow(
        FlowKind kind,
        Confidence confidence,
        List<Proof> proofs,
        Map<String, String> roles,
        Map<String, String> attributes,
        long start,
        long end) {

    /// Numbers of the messages that prove it, each once, rising.
    public List<Integer> evidence() {
        List<Integer> messages = new ArrayList<>(proofs.size());
        for (int i = 0; i < proofs.size(); i++) {
            Integer message = proofs.get(i).message();
            if (!messages.contains(message)) {
                messages.add(message);
            }
        }
        messages.sort(null);
        return messages;
    }
}
