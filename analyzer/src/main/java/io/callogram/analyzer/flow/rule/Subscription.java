package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Subscriptions and what they bring (RFC 6665), by leg and event package. The reports of a REFER
/// belong to its transfer; `keep-alive` notifies of nothing.
final class Subscription implements Rule {

    /// Events of a contact that the registrar brought about by itself.
    private static final Set<String> BY_NETWORK = Set.of("deactivated", "rejected", "probation");

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.SUBSCRIBE) && !scene.has(Method.NOTIFY)) {
            return List.of();
        }
        Map<String, List<Request>> all = new LinkedHashMap<>();
        for (Request r : scene.requests()) {
            if (r.method() == Method.SUBSCRIBE || r.method() == Method.NOTIFY) {
                String event = event(r.sighting());
                if (!event.equals("refer")) {
                    all.computeIfAbsent(r.leg() + " " + event, _ -> new ArrayList<>()).add(r);
                }
            }
        }
        List<Flow> flows = new ArrayList<>(1);
        for (List<Request> requests : all.values()) {
            Flow flow = flow(scene, requests);
            if (flow != null) {
                flows.add(flow);
                removed(scene, requests, flows);
                completion(scene, requests, flows);
            }
        }
        return flows;
    }

    private static String event(Sighting s) {
        String event = s.first(Mark.EVENT);
        if (event == null) {
            return "";
        }
        int end = event.indexOf(';');
        return (end < 0 ? event : event.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    private static @org.jspecify.annotations.Nullable Flow flow(
            Scene scene, List<Request> requests) {
        String event = event(requests.getFirst().sighting());
        boolean alive = event.equals("keep-alive");
        Draft draft = new Draft(scene, alive ? FlowKind.KEEPALIVE : FlowKind.SUBSCRIBE_NOTIFY);
        Tally tally = new Tally();
        for (Request r : requests) {
            tally.add(r, draft);
        }
        if (!draft.hasProof()) {
            return null;
        }
        Leg leg = scene.leg(requests.getFirst().leg());
        boolean byNotifier = requests.getFirst().method() == Method.NOTIFY && !tally.subscribed;
        boolean swapped = byNotifier && !alive;
        draft.role("A", Scene.name(swapped ? leg.to() : leg.from()))
                .role("B", Scene.name(swapped ? leg.from() : leg.to()));
        draft.attribute("event", event.isEmpty() ? "none" : event);
        tally.attributes(draft, event);
        return draft.mediumUnless(tally.accepted && tally.notified || alive).flow();
    }

    /// The registrar took a binding away that nobody asked it to remove (RFC 3680 §5.1).
    private static void removed(Scene scene, List<Request> requests, List<Flow> flows) {
        for (Request r : requests) {
            String what = r.method() == Method.NOTIFY ? r.sighting().first(Mark.GIST) : null;
            if (what != null
                    && event(r.sighting()).equals("reg")
                    && BY_NETWORK.contains(what.toLowerCase(Locale.ROOT))) {
                flows.add(
                        new Draft(scene, FlowKind.DEREGISTER)
                                .role("A", Scene.name(scene.leg(r.leg()).to()))
                                .attribute("byNetwork", true)
                                .attribute("event", what)
                                .proof(r.sent(), "contact-" + what)
                                .flow());
                return;
            }
        }
    }

    /// A caller waits to be told that the callee is free (RFC 6910); within a call the call's own
    /// rule says so.
    private static void completion(Scene scene, List<Request> requests, List<Flow> flows) {
        Request first = requests.getFirst();
        if (!scene.isCall() && event(first.sighting()).equals("call-completion")) {
            Leg leg = scene.leg(first.leg());
            flows.add(
                    new Draft(scene, FlowKind.CALL_COMPLETION)
                            .role("A", Scene.name(leg.from()))
                            .role("B", Scene.name(leg.to()))
                            .proof(first.sent(), "event")
                            .flow());
        }
    }

    /// What one subscription came to.
    private static final class Tally {
        private boolean subscribed;
        private boolean accepted;
        private boolean notified;
        private int notifications;
        private int refused;
        private String state = "";
        private String said = "";
        private int expires = -1;

        void add(Request r, Draft draft) {
            Sighting s = r.sighting();
            if (r.method() == Method.SUBSCRIBE) {
                subscribed = true;
                boolean ends = s.expires() == 0;
                draft.proof(r.sent(), ends ? "unsubscribe" : "subscribe");
                draft.proof(r.answer(), r.isAccepted() ? "accepted" : "refused-" + r.status());
                accepted |= r.isAccepted();
                refused =
                        r.status() >= 300 && r.status() != 401 && r.status() != 407
                                ? r.status()
                                : refused;
                int granted = r.answer() == null ? -1 : r.answer().seen().sighting().expires();
                expires =
                        !ends && r.isAccepted() ? (granted >= 0 ? granted : s.expires()) : expires;
                return;
            }
            notifications++;
            notified |= r.isAccepted();
            String reported = s.first(Mark.SUBSCRIPTION_STATE);
            state = reported == null ? state : reported;
            String gist = s.first(Mark.GIST);
            said = gist == null ? said : gist;
            draft.proof(r.sent(), "notify");
        }

        void attributes(Draft draft, String event) {
            if (!subscribed) {
                draft.attribute("unsolicited", true);
            }
            if (expires >= 0) {
                draft.attribute("expires", Integer.toString(expires));
            }
            draft.attribute("notifications", Integer.toString(notifications));
            if (!state.isEmpty()) {
                draft.attribute("state", state);
            }
            if (!said.isEmpty()) {
                draft.attribute(event.equals("reg") ? "contact" : "messagesWaiting", said);
            }
            if (subscribed && !accepted) {
                draft.attribute("result", refused == 0 ? "unknown" : "failed");
                if (refused != 0) {
                    draft.attribute("code", Integer.toString(refused));
                }
            }
        }
    }
}
