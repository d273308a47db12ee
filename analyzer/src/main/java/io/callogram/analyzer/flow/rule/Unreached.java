package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.capture.packet.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls that the network failed: nobody answers (RFC 3261 §17.1.1.2), the request runs in a circle
/// (§16.3) or out of hops (§16.3), a server has too much to do (§21.5.4).
final class Unreached implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.call().result().outcome() != Outcome.FAILED) {
            return List.of();
        }
        Request invite = scene.attempt(scene.decisiveLeg());
        if (invite == null || invite.method() != Method.INVITE) {
            return List.of();
        }
        FlowKind kind = kind(scene, invite);
        if (kind == null) {
            return List.of();
        }
        Draft draft = new Draft(scene, kind);
        int first = scene.firstLeg();
        draft.role("A", scene.caller(first)).role("B", scene.callee(first));
        draft.proof(invite.sent(), "invite").proof(invite.answer(), "answer-" + invite.status());
        if (kind == FlowKind.UNREACHABLE) {
            silent(scene, invite, draft);
            // Somebody was there: he said that the call was under way.
            draft.mediumUnless(!hasProgress(invite));
        }
        if (invite.status() != 0) {
            draft.attribute("code", Integer.toString(invite.status()));
        }
        String after = retryAfter(invite);
        if (after != null) {
            draft.attribute("retryAfter", after);
        }
        return draft.hasProof() ? List.of(draft.flow()) : List.of();
    }

    private static @Nullable FlowKind kind(Scene scene, Request invite) {
        return switch (invite.status()) {
            case 482 -> FlowKind.LOOP;
            case 483 -> FlowKind.TOO_MANY_HOPS;
            case 500 -> FlowKind.OVERLOAD;
            case 503 -> retryAfter(invite) == null ? FlowKind.UNREACHABLE : FlowKind.OVERLOAD;
            case 408, 504 -> FlowKind.UNREACHABLE;
            case 480 -> silent(invite) == null ? null : FlowKind.UNREACHABLE;
            case 0 ->
                    "no-response".equals(scene.call().result().kind())
                            ? FlowKind.UNREACHABLE
                            : null;
            default -> null;
        };
    }

    private static boolean hasProgress(Request invite) {
        for (CallMessage m : invite.origin().provisionals()) {
            if (m.seen().sighting().status() > 100) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String retryAfter(Request invite) {
        CallMessage answer = invite.answer();
        return answer == null ? null : answer.seen().sighting().first(Mark.RETRY_AFTER);
    }

    /// The hop on which a server waited in vain before it gave up for itself (§16.8); null when the
    /// refusal came from somebody, or another branch lived.
    static @Nullable Hop silent(Request invite) {
        Hop silent = lastSilent(invite);
        if (silent == null || invite.status() != 480) {
            return null;
        }
        for (Hop hop : invite.hops()) {
            if (hop.answer() != null && hop.serverNode() == silent.clientNode()) {
                return silent;
            }
        }
        return null;
    }

    private static @Nullable Hop lastSilent(Request invite) {
        Hop silent = null;
        for (Hop hop : invite.hops()) {
            CallMessage request = hop.request();
            if (request != null && hop.answer() == null && hop.provisionals().isEmpty()) {
                silent = hop;
            }
        }
        return silent;
    }

    /// The last hop is the first that stays silent.
    private static void silent(Scene scene, Request invite, Draft draft) {
        Hop silent = lastSilent(invite);
        CallMessage request = silent == null ? null : silent.request();
        if (silent != null && request != null) {
            draft.proof(request, "no-response");
            draft.attribute("silent", scene.node(silent.serverNode()));
            draft.attribute("sent", Integer.toString(1 + request.repeats().size()));
            // Over UDP silence makes its sender repeat (§17.1.1.2): the response was not captured.
            boolean once = request.repeats().isEmpty() && invite.status() == 0;
            draft.mediumUnless(
                    !once || request.seen().sighting().where().transport() != Transport.UDP);
        }
    }
}
