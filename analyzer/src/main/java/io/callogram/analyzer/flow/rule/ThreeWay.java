package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A phone that mixes two of its own calls (RFC 5359 §2.10, §2.11): one of them was held, and a
/// resume makes both heard in both directions at the same time. Two calls that are open for a
/// moment, until one is held again, are only swapped.
final class ThreeWay implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.legs().size() < 2 || scene.call().dialogs().size() < 2) {
            return List.of();
        }
        List<CallDialog> calls = new ArrayList<>(2);
        for (CallDialog d : scene.call().dialogs()) {
            if (d.confirmed() != 0 && scene.head(d.leg()) == d.leg()) {
                calls.add(d);
            }
        }
        for (int i = 0; i < calls.size(); i++) {
            for (int j = i + 1; j < calls.size(); j++) {
                Flow flow = mixed(scene, calls.get(i), calls.get(j));
                if (flow != null) {
                    return List.of(flow);
                }
            }
        }
        return List.of();
    }

    /// Whether a resume shows it.
    static boolean isMixed(Scene scene) {
        return !new ThreeWay().of(scene).isEmpty();
    }

    private static @Nullable Flow mixed(Scene scene, CallDialog one, CallDialog other) {
        for (int sides = 0; sides < 4; sides++) {
            boolean callsOne = (sides & 1) == 0;
            boolean callsOther = (sides & 2) == 0;
            if (isShared(scene, one, callsOne, other, callsOther)) {
                Agreement resume = opening(scene, one, callsOne, other, callsOther);
                return resume == null
                        ? null
                        : flow(scene, resume, one, callsOne, other, callsOther);
            }
        }
        return null;
    }

    /// One phone of one user takes part in both.
    private static boolean isShared(
            Scene scene, CallDialog one, boolean callsOne, CallDialog other, boolean callsOther) {
        String peer = Sides.name(scene, one, !callsOne);
        return one.leg() != other.leg()
                && Sides.node(one, callsOne) == Sides.node(other, callsOther)
                && Sides.name(scene, one, callsOne).equals(Sides.name(scene, other, callsOther))
                && !peer.equals(Sides.name(scene, other, !callsOther));
    }

    /// The resume after which both are open for long enough.
    private static @Nullable Agreement opening(
            Scene scene, CallDialog one, boolean callsOne, CallDialog other, boolean callsOther) {
        long until = Math.min(Sides.endedAt(scene, one), Sides.endedAt(scene, other));
        long from = Math.max(Sides.confirmedAt(scene, one), Sides.confirmedAt(scene, other));
        boolean heldOne = false;
        boolean heldOther = false;
        boolean heldBefore = false;
        Agreement opened = null;
        long since = 0;
        for (Agreement a : scene.agreements()) {
            boolean first = a.dialog() == one.number();
            if (!first && a.dialog() != other.number()) {
                continue;
            }
            long time = scene.time(a.answer());
            if (time >= until) {
                break;
            }
            if (opened != null && a.isHeld()) {
                if (time - since >= scene.thresholds().threeWayOverlap()) {
                    return opened;
                }
                opened = null;
            }
            heldOne = first ? a.isHeld() : heldOne;
            heldOther = first ? heldOther : a.isHeld();
            boolean own = first ? callsOne : callsOther;
            heldBefore |= own ? a.heldByCaller() : a.heldByCallee();
            if (opened == null
                    && a.change() == Change.RESUME
                    && heldBefore
                    && !heldOne
                    && !heldOther
                    && time >= from) {
                opened = a;
                since = time;
            }
        }
        return opened;
    }

    private static Flow flow(
            Scene scene,
            Agreement resume,
            CallDialog one,
            boolean callsOne,
            CallDialog other,
            boolean callsOther) {
        Draft draft = new Draft(scene, FlowKind.THREE_WAY);
        draft.role("A", Sides.name(scene, one, callsOne))
                .role("B", Sides.name(scene, one, !callsOne))
                .role("C", Sides.name(scene, other, !callsOther));
        for (Agreement a : scene.agreements()) {
            boolean own = a.dialog() == one.number() || a.dialog() == other.number();
            if (own && a.offer() <= resume.offer() && a.change() == Change.HOLD) {
                draft.proof(a.offer(), "hold-offer");
            } else if (own && a.change() == Change.RESUME && isNear(scene, a, resume)) {
                draft.proof(a.offer(), "resume-offer").proof(a.answer(), "resume-accepted");
            }
        }
        draft.proof(one.confirmed(), "first-call").proof(other.confirmed(), "second-call");
        draft.attribute("mixing", "local");
        first(scene, draft, one, callsOne, other, callsOther);
        boolean acknowledged = !resume.request().acks().isEmpty();
        return draft.mediumUnless(acknowledged || resume.request().isAccepted()).flow();
    }

    private static boolean isNear(Scene scene, Agreement a, Agreement resume) {
        long apart = Math.abs(scene.time(a.answer()) - scene.time(resume.answer()));
        return apart <= scene.thresholds().threeWayOverlap();
    }

    /// Who left first.
    private static void first(
            Scene scene,
            Draft draft,
            CallDialog one,
            boolean callsOne,
            CallDialog other,
            boolean callsOther) {
        long ended = Sides.endedAt(scene, one);
        long otherEnded = Sides.endedAt(scene, other);
        if (ended == Long.MAX_VALUE && otherEnded == Long.MAX_VALUE) {
            return;
        }
        boolean first = ended <= otherEnded;
        CallDialog left = first ? one : other;
        boolean own = first ? callsOne : callsOther;
        draft.attribute("leftFirst", Sides.name(scene, left, !own));
    }
}
