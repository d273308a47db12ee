package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import java.util.List;

/// Which flows rule out which others. The one place where flows look at each other.
final class Exclusions {

    private Exclusions() {}

    static void apply(List<Flow> flows) {
        if (flows.size() < 2) {
            return;
        }
        // What became of whom a caller did not reach in the end is told by the forwarding.
        if (has(flows, FlowKind.CALL_SETUP)) {
            flows.removeIf(f -> isFailure(f.kind()));
        }
    }

    private static boolean isFailure(FlowKind kind) {
        return switch (kind) {
            case BUSY, NO_ANSWER_CANCEL, NO_ANSWER_TIMEOUT, CALLER_ABANDON, REJECTED, UNREACHABLE ->
                    true;
            default -> false;
        };
    }

    private static boolean has(List<Flow> flows, FlowKind kind) {
        for (Flow flow : flows) {
            if (flow.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
