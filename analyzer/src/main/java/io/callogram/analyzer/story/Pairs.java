package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is connected with whom while a call is told: dialogs that last, those of a B2BUA's two sides
/// taken together.
final class Pairs {

    /// @param middle the server between them, or -1
    record Pair(int a, int b, int middle) {

        int other(int node) {
            return node == a ? b : a;
        }

        boolean isMiddle(int node) {
            return node == middle;
        }

        int common(Pair pair) {
            return a == pair.a || a == pair.b ? a : b;
        }
    }

    private final Plot plot;
    private final List<CallDialog> open = new ArrayList<>();

    private final Map<Integer, Pair> pairs = new HashMap<>();

    Pairs(Plot plot) {
        this.plot = plot;
    }

    List<CallDialog> open() {
        return open;
    }

    boolean isOpen(CallDialog d) {
        return open.contains(d);
    }

    void begin(CallDialog d) {
        open.add(d);
    }

    void close(CallDialog d) {
        open.remove(d);
    }

    /// The ends of a conversation as they were while it lasted.
    @Nullable Pair last(CallDialog d) {
        return pairs.get(head(d));
    }

    void remember(CallDialog d, Pair pair) {
        pairs.put(head(d), pair);
    }

    /// Whether another dialog of the same conversation will be told to end.
    boolean endsLater(CallDialog d) {
        for (CallDialog other : open) {
            if (head(other) == head(d) && (other.ended() != 0 || other.leg() == d.leg())) {
                return true;
            }
        }
        return false;
    }

    private int head(CallDialog d) {
        return plot.scene().head(d.leg());
    }

    /// Whether its conversation has another dialog that lasts, between the same ends.
    boolean hasOther(CallDialog d) {
        for (CallDialog other : open) {
            if (other.number() != d.number() && other.leg() == d.leg()) {
                return true;
            }
            if (other.number() != d.number() && head(other) == head(d) && ends(other) != null) {
                return true;
            }
        }
        return false;
    }

    /// The two ends of the conversation that a dialog is part of; null while a server has only one
    /// of them.
    @Nullable Pair ends(CallDialog d) {
        Pair pair = new Pair(d.callerNode(), d.calleeNode(), -1);
        for (CallDialog other : open) {
            if (other.number() != d.number() && head(other) == head(d) && other.leg() != d.leg()) {
                Pair joined = joined(d, other);
                pair = joined == null ? pair : joined;
            }
        }
        boolean half = pair.middle() < 0 && isAlone(d);
        return half ? null : pair;
    }

    /// One side of a B2BUA whose other side was captured too.
    private boolean isAlone(CallDialog d) {
        boolean server = isServer(d.callerNode()) || isServer(d.calleeNode());
        if (!server) {
            return false;
        }
        for (CallDialog other : plot.call().dialogs()) {
            if (other.number() != d.number()
                    && head(other) == head(d)
                    && other.leg() != d.leg()
                    && other.confirmed() != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isServer(int node) {
        return !plot.isAgent(node) || plot.flow(FlowKind.THIRD_PARTY_CALL) != null;
    }

    private @Nullable Pair joined(CallDialog d, CallDialog other) {
        if (d.callerNode() == other.calleeNode() && isServer(d.callerNode())) {
            return new Pair(other.callerNode(), d.calleeNode(), d.callerNode());
        }
        if (d.calleeNode() == other.callerNode() && isServer(d.calleeNode())) {
            return new Pair(d.callerNode(), other.calleeNode(), d.calleeNode());
        }
        boolean controlled = plot.flow(FlowKind.THIRD_PARTY_CALL) != null;
        if (controlled && d.callerNode() == other.callerNode()) {
            return d.number() < other.number()
                    ? new Pair(d.calleeNode(), other.calleeNode(), d.callerNode())
                    : new Pair(other.calleeNode(), d.calleeNode(), d.callerNode());
        }
        return null;
    }

    /// What was agreed for its audio when it was confirmed, or soon after.
    @Nullable MediaPeriod media(CallDialog d) {
        for (MediaPeriod period : plot.call().periods()) {
            if (period.dialog() == d.number() && period.kind() != MediaPeriod.Kind.EARLY) {
                return period;
            }
        }
        return null;
    }

    /// Another conversation of the same phone in which both sides hear each other.
    @Nullable CallDialog talkingBeside(CallDialog d, int until) {
        Pair mine = ends(d);
        for (CallDialog other : open) {
            Pair pair = other.number() == d.number() || head(other) == head(d) ? null : ends(other);
            if (mine != null && pair != null && !isHeld(other, until)) {
                boolean shared =
                        mine.a() == pair.a()
                                || mine.a() == pair.b()
                                || mine.b() == pair.a()
                                || mine.b() == pair.b();
                if (shared) {
                    return other;
                }
            }
        }
        return null;
    }

    private boolean isHeld(CallDialog d, int until) {
        boolean held = false;
        for (var agreement : plot.scene().agreements()) {
            boolean its = agreement.dialog() == d.number() && agreement.answer() <= until;
            held = its ? agreement.isHeld() : held;
        }
        return held;
    }

    /// Number of the last message about a dialog's end: BYEs and their answers on every hop.
    int end(CallDialog d) {
        int last = d.ended();
        for (CallMessage m : plot.call().messages()) {
            if (m.dialog() == d.number() && said(m).method() == Method.BYE) {
                last = Math.max(last, m.number());
            }
        }
        return last;
    }

    /// Which node ended a conversation first; -1 when no BYE tells.
    int releaser(CallDialog d) {
        CallDialog first = d;
        for (CallDialog other : plot.call().dialogs()) {
            boolean earlier = other.ended() != 0 && other.ended() < first.ended();
            boolean talked = other.confirmed() != 0 && other.leg() != d.leg();
            if (head(other) == head(d) && earlier && talked && isMedia(other, d)) {
                first = other;
            }
        }
        Ended by = first.endedBy();
        if (by == null) {
            return -1;
        }
        return by == Ended.CALLER ? first.callerNode() : first.calleeNode();
    }

    /// Whether two dialogs are the two sides of one conversation.
    private boolean isMedia(CallDialog other, CallDialog d) {
        Pair pair = last(d);
        return pair == null
                || pair.a() == other.callerNode()
                || pair.a() == other.calleeNode()
                || pair.b() == other.callerNode()
                || pair.b() == other.calleeNode();
    }
}
