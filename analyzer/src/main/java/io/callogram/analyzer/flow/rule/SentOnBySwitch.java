package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A blind transfer without REFER, as switches do it at the touch of a key: one party of a call
/// through a B2BUA is released, the B2BUA calls somebody else, and the other party is given that
/// one's media. Nothing says so: possible, no more.
final class SentOnBySwitch implements Rule {

    /// Two legs of the call, and the new one.
    private static final int LEGS = 3;

    /// How near to the release the new call is made.
    private static final long AROUND = 5_000_000_000L;

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.legs().size() < LEGS || scene.has(Method.REFER) || !scene.has(Method.BYE)) {
            return List.of();
        }
        for (CallDialog released : scene.call().dialogs()) {
            if (released.ended() == 0 || released.confirmed() == 0) {
                continue;
            }
            for (CallDialog kept : scene.call().dialogs()) {
                Flow flow = isOtherSide(scene, released, kept) ? sent(scene, released, kept) : null;
                if (flow != null) {
                    return List.of(flow);
                }
            }
        }
        return List.of();
    }

    /// The other dialog of the same call, which goes on.
    private static boolean isOtherSide(Scene scene, CallDialog released, CallDialog kept) {
        return kept.leg() != released.leg()
                && kept.confirmed() != 0
                && scene.head(kept.leg()) == scene.head(released.leg())
                && Sides.endedAt(scene, kept)
                        > Sides.endedAt(scene, released) + scene.thresholds().sameMoment();
    }

    private static @Nullable Flow sent(Scene scene, CallDialog released, CallDialog kept) {
        long end = Sides.endedAt(scene, released);
        int server = shared(released, kept);
        for (Leg leg : scene.legs()) {
            Request invite = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
            if (invite == null
                    || server < 0
                    || invite.origin().clientNode() != server
                    || leg.number() == kept.leg()
                    || leg.number() == released.leg()
                    || Math.abs(invite.time() - end) > AROUND
                    || !invite.isAccepted()) {
                continue;
            }
            Agreement given = given(scene, kept, invite);
            if (given != null) {
                boolean calls = released.callerNode() != server;
                return new Draft(scene, FlowKind.BLIND_TRANSFER)
                        .role("A", Sides.name(scene, released, calls))
                        .role("B", Sides.name(scene, released, !calls))
                        .role("C", Scene.name(leg.to()))
                        .attribute("by", "switch")
                        .attribute("result", "success")
                        .proof(released.ended(), "transferor-released")
                        .proof(invite.sent(), "invite-elsewhere")
                        .proof(invite.answer(), "target-answered")
                        .proof(given.offer(), "media-of-the-target")
                        .atMost(Confidence.LOW)
                        .flow();
            }
        }
        return null;
    }

    /// The node that is in both dialogs, or -1.
    private static int shared(CallDialog one, CallDialog other) {
        boolean caller =
                one.callerNode() == other.callerNode() || one.callerNode() == other.calleeNode();
        boolean callee =
                one.calleeNode() == other.callerNode() || one.calleeNode() == other.calleeNode();
        return caller == callee ? -1 : caller ? one.callerNode() : one.calleeNode();
    }

    /// The exchange after it by which the kept party got what the target described.
    private static @Nullable Agreement given(Scene scene, CallDialog kept, Request invite) {
        CallMessage answer = invite.answer();
        Media target = answer == null ? null : Streams.audio(answer.seen().session());
        if (answer == null || target == null) {
            return null;
        }
        for (Agreement a : scene.agreements()) {
            long since = scene.time(a.offer()) - answer.seen().time();
            boolean now = since >= 0 && since <= scene.thresholds().forwardAfter();
            Media offered = Streams.audio(a.byCaller() ? a.caller() : a.callee());
            if (a.dialog() == kept.number()
                    && now
                    && a.before() != null
                    && Streams.isSameEndpoint(offered, target)) {
                return a;
            }
        }
        return null;
    }
}
