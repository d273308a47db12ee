package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Call forwarding and deflection (RFC 5359 §2.7–2.9, 3GPP TS 24.604): the call goes on to somebody
/// other than who was dialled, because a header field says so or because a branch failed first.
final class CallForwarding implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!isPossible(scene)) {
            return List.of();
        }
        List<Branch> branches = Branch.of(scene);
        List<Flow> flows = new ArrayList<>(1);
        List<Forwarded> known = new ArrayList<>(1);
        for (int i = 0; i < branches.size(); i++) {
            Forwarded forwarded = Forwarded.of(scene, branches, i);
            if (forwarded != null && !isKnown(known, forwarded)) {
                known.add(forwarded);
                flows.add(flow(scene, forwarded));
            }
        }
        if (flows.isEmpty()) {
            Flow told = told(scene);
            if (told != null) {
                flows.add(told);
            }
        }
        return flows;
    }

    /// Something failed, was not heard, or a message tells of a diversion.
    private static boolean isPossible(Scene scene) {
        boolean told =
                scene.traits().isRefused()
                        || scene.traits().isRepeated()
                        || scene.has(181)
                        || scene.has(Mark.DIVERSION)
                        || scene.has(Mark.HISTORY_INFO);
        if (!scene.has(Method.INVITE) || !told) {
            return false;
        }
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            if (s.method() == Method.INVITE
                    && (s.status() == 181
                            || s.status() >= 300
                            || (s.isRequest() && !m.repeats().isEmpty())
                            || s.first(Mark.DIVERSION) != null
                            || s.first(Mark.HISTORY_INFO) != null)) {
                return true;
            }
        }
        return false;
    }

    /// The same diversion on the next hop.
    private static boolean isKnown(List<Forwarded> known, Forwarded next) {
        for (Forwarded one : known) {
            if (one.kind() == next.kind()
                    && one.branch().root() == next.branch().root()
                    && Branch.isSameUser(one.by(), next.by())) {
                return true;
            }
        }
        return false;
    }

    private static Flow flow(Scene scene, Forwarded f) {
        Draft draft =
                new Draft(scene, f.kind())
                        .role("A", scene.caller(f.branch().root()))
                        .role("B", Scene.name(f.by()))
                        .role("C", reached(scene, f))
                        .atMost(f.confidence())
                        .attribute("reason", f.reason())
                        .attribute("decidedBy", f.decidedBy());
        if (f.count() > 1) {
            draft.attribute("diversions", Integer.toString(f.count()));
        }
        prove(draft, f);
        draft.proof(f.announced(), "forwarding-announced")
                .proof(f.branch().invite(), f.proof())
                .proof(f.branch().hop().answer(), answer(f.branch().status()));
        return draft.flow();
    }

    /// The phone at the other end, or whom the INVITE names where a server is in between.
    private static String reached(Scene scene, Forwarded f) {
        Node node = scene.call().nodes().get(f.branch().hop().serverNode());
        return node.role().equals("ua") ? node.name() : Scene.name(f.to());
    }

    private static void prove(Draft draft, Forwarded f) {
        Branch failed = f.failed();
        if (failed == null) {
            return;
        }
        draft.proof(failed.invite(), "invite-dialled")
                .proof(failed.ringing(), "ringing")
                .proof(failed.hop().cancel(), "cancelled-by-server")
                .proof(failed.hop().answer(), failure(failed.status()));
        CallMessage rang = failed.ringing();
        if (rang != null) {
            draft.seconds("ringSeconds", f.failedAt() - rang.seen().time());
        }
    }

    private static String failure(int status) {
        return switch (status) {
            case 486, 600 -> "busy";
            case 487 -> "terminated";
            case 408, 480 -> "no-answer";
            default -> status / 100 == 3 ? "moved" : "failed";
        };
    }

    private static String answer(int status) {
        return status / 100 == 2 ? "answer" : "not-answered";
    }

    /// Where the call goes on was not captured: a response tells of it (RFC 7044 §5; a redirection
    /// with its reason, RFC 5806), or it goes on after ringing in vain.
    private static @Nullable Flow told(Scene scene) {
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            Diversion said =
                    s.method() == Method.INVITE && s.status() > 100 ? Diversion.of(s) : null;
            if (said != null && said.kind() != null) {
                Draft draft =
                        new Draft(scene, said.kind())
                                .role("A", scene.caller(m.leg()))
                                .role("B", Scene.name(said.by()));
                if (s.status() / 100 == 3 && s.contact() != null) {
                    draft.role("C", Scene.name(s.contact()));
                }
                return draft.attribute("reason", said.reason())
                        .proof(m, said.proof())
                        .atMost(Confidence.MEDIUM)
                        .flow();
            }
        }
        Request invite = scene.attempt(scene.decisiveLeg());
        return invite == null || invite.hops().size() != 1 ? null : rangInVain(scene, invite);
    }

    /// Ringing, then 181, then another dialog: who was dialled did not answer.
    private static @Nullable Flow rangInVain(Scene scene, Request invite) {
        CallMessage rang = invite.ringing();
        CallMessage announced = invite.provisional(181);
        CallMessage answer = invite.answer();
        if (rang == null
                || announced == null
                || answer == null
                || rang.number() > announced.number()
                || rang.seen().sighting().toTag() == answer.seen().sighting().toTag()) {
            return null;
        }
        return new Draft(scene, FlowKind.FORWARD_NO_ANSWER)
                .role("A", scene.caller(invite.leg()))
                .role("B", scene.callee(invite.leg()))
                .attribute("reason", "no-answer")
                .proof(invite.sent(), "invite-dialled")
                .proof(rang, "ringing")
                .proof(announced, "forwarding-announced")
                .proof(answer, "answer")
                .atMost(Confidence.MEDIUM)
                .flow();
    }
}
