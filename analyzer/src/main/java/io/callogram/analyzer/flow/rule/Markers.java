package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Properties of a call that one message tells: encrypted media, an offer that the callee makes, an
/// answer without a user, an emergency, a caller who hides, video that joins in, a callee who
/// queues or may call back.
final class Markers implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(0);
        int first = scene.firstLeg();
        Request invite = scene.attempt(first);
        if (invite != null && invite.method() == Method.INVITE) {
            CallMessage sent = invite.sent();
            Sighting s = invite.sighting();
            if (sent != null) {
                delayed(scene, invite, sent, flows);
                if (scene.has(Mark.ALERT_INFO) || scene.has(Mark.CALL_INFO)) {
                    asked(scene, sent, s, flows);
                }
                addressed(scene, sent, s, flows);
            }
            queued(scene, invite, flows);
        }
        if (scene.has(Mark.CALL_INFO) || scene.has(Mark.EVENT)) {
            completion(scene, flows);
        }
        if (scene.traits().isSecure()) {
            secure(scene, flows);
        }
        return flows;
    }

    private static Draft draft(Scene scene, FlowKind kind) {
        int first = scene.firstLeg();
        return new Draft(scene, kind).role("A", scene.caller(first)).role("B", scene.callee(first));
    }

    /// RFC 3261 §13.2.1: no offer in the INVITE, so it is in the 2xx and the answer in the ACK.
    private static void delayed(Scene scene, Request invite, CallMessage sent, List<Flow> flows) {
        CallMessage answer = invite.answer();
        if (sent.seen().session() != null
                || sent.seen().sighting().where().truncated()
                || answer == null
                || answer.seen().session() == null
                || !invite.isAccepted()) {
            return;
        }
        CallMessage ack = invite.acks().isEmpty() ? null : invite.acks().getFirst();
        boolean answered = ack != null && ack.seen().session() != null;
        flows.add(
                draft(scene, FlowKind.DELAYED_OFFER)
                        .proof(sent, "invite-without-offer")
                        .proof(answer, "offer-in-answer")
                        .proof(answered ? ack : null, "answer-in-ack")
                        .mediumUnless(answered)
                        .flow());
    }

    private static void asked(Scene scene, CallMessage sent, Sighting s, List<Flow> flows) {
        for (Marked marked : s.marks()) {
            String value = marked.value();
            if (marked.mark() == Mark.ALERT_INFO || marked.mark() == Mark.CALL_INFO) {
                String lower = value.toLowerCase(Locale.ROOT);
                if (lower.contains("answer-after")
                        || lower.contains("auto-answer")
                        || lower.contains("auto answer")
                        || lower.contains("alert-autoanswer")) {
                    flows.add(
                            draft(scene, FlowKind.AUTO_ANSWER)
                                    .proof(
                                            sent,
                                            marked.mark() == Mark.ALERT_INFO
                                                    ? "alert-info"
                                                    : "call-info")
                                    .flow());
                    return;
                }
            }
        }
    }

    private static void addressed(Scene scene, CallMessage sent, Sighting s, List<Flow> flows) {
        if (isEmergency(s.requestUri()) || isEmergency(s.to())) {
            flows.add(draft(scene, FlowKind.EMERGENCY).proof(sent, "sos-urn").flow());
        }
        String privacy = s.first(Mark.PRIVACY);
        boolean hides = privacy != null && !privacy.equalsIgnoreCase("none");
        boolean anonymous =
                s.from().host().endsWith("anonymous.invalid")
                        || s.from().user().equalsIgnoreCase("anonymous");
        if (hides || anonymous) {
            Draft draft = draft(scene, FlowKind.ANONYMOUS);
            draft.proof(sent, hides ? "privacy" : "anonymous-from");
            if (privacy != null) {
                draft.attribute("privacy", privacy);
            }
            flows.add(draft.flow());
        }
    }

    /// RFC 5031.
    private static boolean isEmergency(@Nullable Address address) {
        return address != null
                && ((address.scheme().equals("urn")
                                && (address.user() + address.host() + address.parameters())
                                        .contains("service:sos"))
                        || address.user().startsWith("urn:service:sos")
                        || address.host().startsWith("service:sos"));
    }

    /// A call centre says again and again that the call waits (RFC 3261 §21.1.4); one 182 is a busy
    /// phone's.
    private static void queued(Scene scene, Request invite, List<Flow> flows) {
        if (!scene.has(182)) {
            return;
        }
        Draft draft = draft(scene, FlowKind.QUEUE);
        int count = 0;
        for (CallMessage m : invite.origin().provisionals()) {
            if (m.seen().sighting().status() == 182) {
                count += 1 + reports(m);
                draft.proof(m, "queued");
            }
        }
        if (count > 1) {
            draft.attribute("reports", Integer.toString(count));
            flows.add(draft.proof(invite.answer(), "result").flow());
        }
    }

    /// Repetitions that say something else are no repetitions.
    private static int reports(CallMessage queued) {
        long hash = queued.seen().sighting().where().hash();
        int count = 0;
        for (int i = 0; i < queued.repeats().size(); i++) {
            count += queued.repeats().get(i).sighting().where().hash() == hash ? 0 : 1;
        }
        return count;
    }

    /// 3GPP TS 24.642, RFC 6910.
    private static void completion(Scene scene, List<Flow> flows) {
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            String event = s.first(Mark.EVENT);
            String info = s.first(Mark.CALL_INFO);
            boolean offered =
                    info != null
                            && (info.contains("purpose=call-completion")
                                    || info.contains(";m=BS")
                                    || info.contains(";m=NR"));
            if (offered || (event != null && event.startsWith("call-completion"))) {
                flows.add(
                        draft(scene, FlowKind.CALL_COMPLETION)
                                .proof(m, offered ? "call-info" : "event")
                                .flow());
                return;
            }
        }
    }

    private static void secure(Scene scene, List<Flow> flows) {
        for (CallMessage m : scene.call().messages()) {
            if (Streams.isSecure(m.seen().session())) {
                Draft draft = draft(scene, FlowKind.SRTP);
                boolean agreed = false;
                for (Agreement a : scene.agreements()) {
                    if (Streams.isSecure(a.caller()) && Streams.isSecure(a.callee())) {
                        draft.proof(a.offer(), "secure-offer").proof(a.answer(), "secure-answer");
                        agreed = true;
                        break;
                    }
                }
                if (!agreed) {
                    unagreed(scene, m, draft);
                }
                flows.add(draft.attribute("agreed", agreed).mediumUnless(agreed).flow());
                return;
            }
        }
    }

    /// Only one side encrypts: whoever offered, or whoever answered a plain offer.
    private static void unagreed(Scene scene, CallMessage secure, Draft draft) {
        for (Agreement a : scene.agreements()) {
            if (a.answer() == secure.number()) {
                draft.proof(secure, "secure-answer"); // what was offered is plain
                return;
            }
        }
        Request request = scene.request(secure);
        CallMessage sent = request == null ? null : request.sent();
        boolean response = !secure.seen().sighting().isRequest();
        if (response && sent == null) {
            draft.proof(secure, "secure-media"); // what it responds to was not captured
        } else {
            boolean answers = response && sent != null && sent.seen().session() != null;
            draft.proof(secure, answers ? "secure-answer" : "secure-offer");
        }
    }
}
