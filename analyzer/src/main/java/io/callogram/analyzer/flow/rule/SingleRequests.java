package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallKind;
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

/// What one request and its answer tell: probes (RFC 3261 §11), instant messages (RFC 3428),
/// published state (RFC 3903).
final class SingleRequests implements Rule {

    /// So many of many are proof enough.
    private static final int PROOFS = 16;

    @Override
    public List<Flow> of(Scene scene) {
        boolean single =
                scene.has(Method.OPTIONS) || scene.has(Method.MESSAGE) || scene.has(Method.PUBLISH);
        if (!single) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        if (scene.has(Method.OPTIONS)) {
            boolean probes = scene.call().kind() == CallKind.OPTIONS;
            add(flows, probes(scene, probes ? FlowKind.OPTIONS_PING : FlowKind.KEEPALIVE));
        }
        if (scene.has(Method.MESSAGE)) {
            add(flows, messages(scene));
        }
        if (scene.has(Method.PUBLISH)) {
            add(flows, published(scene));
        }
        return flows;
    }

    private static void add(List<Flow> flows, @Nullable Flow flow) {
        if (flow != null) {
            flows.add(flow);
        }
    }

    /// Any answer at all shows that the peer is there.
    private static @Nullable Flow probes(Scene scene, FlowKind kind) {
        Draft draft = new Draft(scene, kind);
        int count = 0;
        int answered = 0;
        long roundTrips = 0;
        long first = 0;
        long last = 0;
        for (Request r : scene.requests()) {
            if (r.method() != Method.OPTIONS) {
                continue;
            }
            first = count == 0 ? r.time() : first;
            last = r.time();
            count++;
            if (r.answer() != null) {
                answered++;
                roundTrips += r.answer().seen().time() - r.time();
            }
            if (count <= PROOFS) {
                draft.proof(r.sent(), "options").proof(r.answer(), "answer");
            }
            if (count == 1) {
                draft.role("A", Scene.name(r.sighting().from()))
                        .role("B", Scene.name(r.sighting().to()));
            }
        }
        if (!draft.hasProof()) {
            return null;
        }
        draft.attribute("count", Integer.toString(count))
                .attribute("answered", Integer.toString(answered));
        if (count > 1) {
            draft.seconds("period", (last - first) / (count - 1));
        } else {
            draft.attribute("purpose", "query");
        }
        if (answered > 0) {
            draft.attribute("roundTripMs", Long.toString(roundTrips / answered / 1_000_000L));
        }
        return draft.mediumUnless(answered > 0).flow();
    }

    private static @Nullable Flow messages(Scene scene) {
        Draft draft = new Draft(scene, FlowKind.MESSAGE);
        int count = 0;
        int status = 0;
        for (Request r : scene.requests()) {
            if (r.method() != Method.MESSAGE) {
                continue;
            }
            Sighting s = r.sighting();
            if (count++ == 0) {
                draft.role("A", Scene.name(s.from())).role("B", Scene.name(s.to()));
                String type = s.first(Mark.CONTENT_TYPE);
                draft.attribute("type", type == null ? "none" : type);
                draft.attribute("length", Integer.toString(s.bodyLength()));
            }
            status = r.status();
            if (count <= PROOFS) {
                draft.proof(r.sent(), "message")
                        .proof(r.answer(), r.isAccepted() ? "delivered" : "answer-" + r.status());
            }
        }
        return draft.hasProof() ? result(draft, status) : null;
    }

    private static @Nullable Flow published(Scene scene) {
        Draft draft = new Draft(scene, FlowKind.PUBLISH);
        int status = 0;
        for (Request r : scene.requests()) {
            if (r.method() != Method.PUBLISH) {
                continue;
            }
            if (!draft.hasProof()) {
                String event = r.sighting().first(Mark.EVENT);
                draft.role("A", Scene.name(r.sighting().from()));
                draft.attribute("event", event == null ? "none" : event);
            }
            status = r.status();
            draft.proof(r.sent(), "publish")
                    .proof(r.answer(), r.isAccepted() ? "accepted" : "answer-" + r.status());
        }
        return draft.hasProof() ? result(draft, status) : null;
    }

    private static Flow result(Draft draft, int status) {
        draft.attribute("result", status == 0 ? "unknown" : status < 300 ? "success" : "failed");
        if (status >= 300) {
            draft.attribute("code", Integer.toString(status));
        }
        return draft.mediumUnless(status != 0).flow();
    }
}
