package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transfer without REFER, as switches do it at the touch of a key: a phone's two calls through a
/// B2BUA end at once, and its two other legs are given each other's media by re-INVITE.
final class JoinedBySwitch implements Rule {

    /// Two legs of each call.
    private static final int LEGS = 4;

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.legs().size() < LEGS || scene.has(Method.REFER) || !scene.has(Method.BYE)) {
            return List.of();
        }
        List<CallDialog> dialogs = new ArrayList<>();
        for (CallDialog d : scene.call().dialogs()) {
            if (d.confirmed() != 0 && scene.leg(d.leg()).method() == Method.INVITE) {
                dialogs.add(d);
            }
        }
        for (CallDialog one : dialogs) {
            for (CallDialog other : dialogs) {
                Flow flow =
                        one.number() < other.number() ? joined(scene, one, other, dialogs) : null;
                if (flow != null) {
                    return List.of(flow);
                }
            }
        }
        return List.of();
    }

    /// @param one a dialog of the phone with the B2BUA
    /// @param other its other one
    private static @Nullable Flow joined(
            Scene scene, CallDialog one, CallDialog other, List<CallDialog> dialogs) {
        int phone = shared(scene, one, other);
        boolean apart = scene.head(one.leg()) != scene.head(other.leg());
        if (phone < 0 || !apart || !areReleased(scene, one, other)) {
            return null;
        }
        CallDialog first = beyond(scene, one, dialogs);
        CallDialog second = beyond(scene, other, dialogs);
        if (first == null || second == null || !wasHeld(scene, one, other)) {
            return null;
        }
        Agreement there = crossed(scene, first, second, one);
        Agreement back = crossed(scene, second, first, one);
        if (there == null || back == null) {
            return null;
        }
        boolean calls = one.callerNode() == phone;
        boolean callsOther = other.callerNode() == phone;
        return new Draft(scene, FlowKind.ATTENDED_TRANSFER)
                .role("A", Sides.name(scene, one, calls))
                .role("B", Sides.name(scene, one, !calls))
                .role("C", Sides.name(scene, other, !callsOther))
                .attribute("result", "success")
                .attribute("by", "switch")
                .proof(there.offer(), "media-of-the-other")
                .proof(back.offer(), "media-of-the-other")
                .proof(one.ended(), "transferor-released")
                .proof(other.ended(), "transferor-released")
                .atMost(Confidence.MEDIUM)
                .flow();
    }

    /// The node of a phone that is in both, or -1.
    private static int shared(Scene scene, CallDialog one, CallDialog other) {
        for (int side = 0; side < 2; side++) {
            int node = Sides.node(one, side == 0);
            boolean both = node == other.callerNode() || node == other.calleeNode();
            if (both && node >= 0 && scene.call().nodes().get(node).role().equals("ua")) {
                return node;
            }
        }
        return -1;
    }

    private static boolean areReleased(Scene scene, CallDialog one, CallDialog other) {
        return one.ended() != 0
                && other.ended() != 0
                && Math.abs(scene.time(one.ended()) - scene.time(other.ended()))
                        <= scene.thresholds().sameMoment();
    }

    /// The dialog on the other side of the B2BUA, which goes on.
    private static @Nullable CallDialog beyond(
            Scene scene, CallDialog dialog, List<CallDialog> dialogs) {
        for (CallDialog d : dialogs) {
            if (d.leg() != dialog.leg()
                    && scene.head(d.leg()) == scene.head(dialog.leg())
                    && Sides.endedAt(scene, d) > Sides.endedAt(scene, dialog)) {
                return d;
            }
        }
        return null;
    }

    private static boolean wasHeld(Scene scene, CallDialog one, CallDialog other) {
        for (Agreement a : scene.agreements()) {
            if (a.isHeld() && (a.dialog() == one.number() || a.dialog() == other.number())) {
                return true;
            }
        }
        return false;
    }

    /// The exchange near the release by which one party got what the other describes.
    private static @Nullable Agreement crossed(
            Scene scene, CallDialog to, CallDialog from, CallDialog released) {
        long when = Sides.endedAt(scene, released);
        for (Agreement a : scene.agreements()) {
            if (a.dialog() == to.number()
                    && Math.abs(scene.time(a.answer()) - when) <= scene.thresholds().forwardAfter()
                    && isOf(scene, a, from)) {
                return a;
            }
        }
        return null;
    }

    /// One of its two descriptions is that of a party of the other dialog.
    private static boolean isOf(Scene scene, Agreement a, CallDialog from) {
        for (Agreement other : scene.agreements()) {
            if (other.dialog() == from.number()
                    && (isSame(a.caller(), other.callee()) || isSame(a.callee(), other.caller()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(SessionDescription one, SessionDescription other) {
        return Streams.isSameEndpoint(Streams.audio(one), Streams.audio(other));
    }
}
