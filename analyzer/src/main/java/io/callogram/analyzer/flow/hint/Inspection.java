package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Pairs;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.Traits;
import io.callogram.analyzer.transaction.TransactionEvent.TimerFired;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One call under inspection: what the lints look at, and where they note what they find.
final class Inspection {

    final Scene scene;
    final Call call;
    final HintThresholds limits;
    final Traits traits;
    private final List<Flow> flows;
    private final List<Hint> hints = new ArrayList<>(2);
    private @Nullable BitSet fired;
    private long until;

    Inspection(Scene scene, List<Flow> flows, HintThresholds limits) {
        this.scene = scene;
        this.call = scene.call();
        this.flows = flows;
        this.limits = limits;
        this.traits = scene.traits();
        this.until = call.times().end();
        List<CallEvent> events = call.events();
        for (int i = 0; i < events.size(); i++) {
            CallEvent event = events.get(i);
            until = Math.max(until, event.time());
            if (event.derived() instanceof TimerFired) {
                fired = fired == null ? new BitSet() : fired;
                fired.set(event.transaction());
            }
        }
    }

    /// Timer B, F or H of this hop transaction fired.
    boolean isFired(Hop hop) {
        return fired != null && fired.get(hop.number());
    }

    boolean isAnyFired() {
        return fired != null;
    }

    /// Capture time went on at least so long after the message.
    boolean isWatched(CallMessage after, long nanos) {
        return until - scene.lastSeen(after) >= nanos;
    }

    boolean has(FlowKind kind) {
        for (Flow flow : flows) {
            if (flow.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    boolean has(HintKind kind) {
        return count(kind) > 0;
    }

    private int count(HintKind kind) {
        int count = 0;
        for (int i = 0; i < hints.size(); i++) {
            count += hints.get(i).kind() == kind ? 1 : 0;
        }
        return count;
    }

    /// @param values in the order in which the kind names them
    void note(HintKind kind, List<Integer> evidence, Object... values) {
        if (values.length != kind.names().size()) {
            throw new IllegalArgumentException(kind + " has the values " + kind.names());
        }
        if (count(kind) >= limits.perKind()) {
            return;
        }
        Pairs.Collecting named = new Pairs.Collecting();
        for (int i = 0; i < values.length; i++) {
            named.put(kind.names().get(i), values[i].toString());
        }
        hints.add(new Hint(kind, evidence, named.pairs()));
    }

    /// A second hint of the same kind would say nothing new.
    void noteOnce(HintKind kind, List<Integer> evidence, Object... values) {
        if (!has(kind)) {
            note(kind, evidence, values);
        }
    }

    /// Numbers of the messages, rising, each once; null stands for none.
    List<Integer> at(@Nullable CallMessage... messages) {
        List<Integer> numbers = new ArrayList<>(messages.length);
        for (CallMessage m : messages) {
            if (m != null && !numbers.contains(m.number()) && numbers.size() < limits.evidence()) {
                numbers.add(m.number());
            }
        }
        Collections.sort(numbers);
        return numbers;
    }

    List<Integer> at(List<CallMessage> messages) {
        return at(messages.toArray(CallMessage[]::new));
    }

    /// Who sent the message.
    String sender(CallMessage m) {
        return scene.node(m.fromNode());
    }

    /// The message as whoever made it sent it, as far back as was captured.
    CallMessage original(CallMessage m) {
        CallMessage at = m;
        while (at.forwardOf() != 0) {
            at = scene.message(at.forwardOf());
        }
        return at;
    }

    String receiver(CallMessage m) {
        return scene.node(m.toNode());
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }

    /// In order of their first message.
    List<Hint> hints() {
        if (hints.size() > 1) {
            hints.sort(
                    Comparator.comparingInt((Hint hint) ->
                            hint.evidence().isEmpty() ? 0 : hint.evidence().getFirst()));
        }
        return List.copyOf(hints);
    }
}
