package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Everything that one source tried: extensions, passwords, prefixes. The correlator has found that
/// it is an attack; this counts.
final class ScanAttack implements Rule {

    /// So many of many are proof enough.
    private static final int PROOFS = 20;

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.call().kind() != CallKind.ATTACK) {
            return List.of();
        }
        Draft draft = new Draft(scene, FlowKind.SCAN_ATTACK);
        Set<String> targets = new HashSet<>();
        int refused = 0;
        int accepted = 0;
        int proofs = 0;
        String agent = "";
        for (Request r : scene.requests()) {
            targets.add(target(scene.leg(r.leg())));
            refused += r.status() >= 400 ? 1 : 0;
            accepted += r.isAccepted() ? 1 : 0;
            if (proofs++ < PROOFS) {
                draft.proof(r.sent(), "probe").proof(r.answer(), "answer-" + r.status());
            }
            String named = agent.isEmpty() ? r.sighting().first(Mark.AGENT) : null;
            agent = named == null ? agent : named;
        }
        if (!draft.hasProof()) {
            return List.of();
        }
        CallMessage first = scene.call().messages().getFirst();
        draft.role("A", first.seen().sighting().where().from().address().toString());
        draft.role("B", first.seen().sighting().where().to().address().toString());
        draft.attribute("requests", Integer.toString(scene.requests().size()))
                .attribute("targets", Integer.toString(targets.size()))
                .attribute("refused", Integer.toString(refused))
                .attribute("accepted", Integer.toString(accepted));
        if (!agent.isEmpty()) {
            draft.attribute("agent", agent);
        }
        return List.of(draft.flow());
    }

    private static String target(Leg leg) {
        return leg.target() == null || leg.target().user().isEmpty()
                ? leg.to().user()
                : leg.target().user();
    }
}
