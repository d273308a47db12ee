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

    /// Of a call that was forwarded more than once, the last diversion tells where it went.
    static void lastDiversionFirst(List<Flow> flows) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < flows.size(); i++) {
            if (isForwarding(flows.get(i).kind())) {
                first = first < 0 ? i : first;
                last = last < 0 || flows.get(i).start() > flows.get(last).start() ? i : last;
            }
        }
        if (last > first) {
            flows.add(first, flows.remove(last));
        }
    }

    private static boolean isForwarding(FlowKind kind) {
        return kind.compareTo(FlowKind.FORWARD_BUSY) >= 0
                && kind.compareTo(FlowKind.FORWARD_UNCONDITIONAL) <= 0;
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
