package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 3xx to an initial INVITE, followed or not (RFC 3261 §8.1.3.4, §8.3).
final class Redirect implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.traits().isRedirected()) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (Leg leg : scene.legs()) {
            for (Request attempt : scene.attempts(leg.number())) {
                Hop hop = attempt.method() == Method.INVITE ? redirected(attempt) : null;
                if (hop != null && hop.answer() != null) {
                    flows.add(flow(scene, attempt, hop, hop.answer()));
                }
            }
        }
        return flows;
    }

    /// The hop furthest from the caller: whoever redirected is at its end.
    private static @Nullable Hop redirected(Request attempt) {
        Hop found = null;
        for (Hop hop : attempt.hops()) {
            if (hop.status() >= 300 && hop.status() < 400) {
                found = hop;
            }
        }
        return found;
    }

    private static Flow flow(Scene scene, Request attempt, Hop hop, CallMessage moved) {
        int root = scene.root(attempt.leg());
        Address contact = moved.seen().sighting().contact();
        Branch next = followed(scene, moved, root, contact);
        Draft draft =
                new Draft(scene, FlowKind.REDIRECT)
                        .role("A", scene.caller(root))
                        .role("B", scene.callee(root));
        if (contact != null) {
            draft.role("C", Scene.name(contact));
        }
        draft.attribute("code", Integer.toString(hop.status()))
                .attribute("by", scene.node(hop.serverNode()))
                .attribute("followed", next != null)
                .proof(hop.request(), "invite")
                .proof(moved, "moved")
                .mediumUnless(contact != null && hop.request() != null);
        if (next != null) {
            draft.proof(next.invite(), "invite-to-contact").proof(next.hop().answer(), "result");
        }
        return draft.flow();
    }

    /// The next INVITE of the same caller that goes to a Contact, or that follows at once.
    private static @Nullable Branch followed(
            Scene scene, CallMessage moved, int root, @Nullable Address contact) {
        long until = moved.seen().time() + scene.thresholds().challengeRetry();
        for (Branch branch : Branch.of(scene)) {
            if (branch.root() == root
                    && branch.number() > moved.number()
                    && branch.time() <= until
                    && contact != null
                    && (Branch.isSameUser(branch.target(), contact)
                            || branch.target().host().equals(contact.host()))) {
                return branch;
            }
        }
        return null;
    }
}
