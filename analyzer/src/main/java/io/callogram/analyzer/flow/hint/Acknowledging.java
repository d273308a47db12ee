package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionTimer;
import io.callogram.capture.packet.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Final responses to INVITEs and their ACKs (RFC 3261 §13.2.2.4, §13.3.1.4, §17.1.1.3).
final class Acknowledging {

    private Acknowledging() {}

    static void inspect(Inspection in) {
        if (!in.scene.has(Method.INVITE)) {
            return;
        }
        if (in.traits.isRepeated() || in.isAnyFired()) {
            for (Request r : in.scene.requests()) {
                if (r.method() == Method.INVITE) {
                    for (Hop hop : r.hops()) {
                        failed(in, hop);
                    }
                    accepted(in, r);
                }
            }
        }
        if (in.traits.isStray() || in.scene.has(Method.BYE)) {
            strays(in);
        }
    }

    private static void failed(Inspection in, Hop hop) {
        CallMessage answer = hop.answer();
        if (answer == null || hop.status() < 300 || hop.failureAck() != null) {
            return;
        }
        boolean stream = answer.seen().sighting().where().transport() != Transport.UDP;
        if (!answer.repeats().isEmpty() || (stream && in.isFired(hop))) {
            in.note(
                    HintKind.FAILURE_ACK_MISSING,
                    in.at(answer),
                    in.receiver(answer),
                    hop.status(),
                    answer.repeats().size());
        }
    }

    private static void accepted(Inspection in, Request r) {
        for (Hop hop : r.hops()) {
            CallMessage answer = hop.answer();
            if (answer == null || !hop.isAccepted() || answer.repeats().isEmpty()) {
                continue;
            }
            CallMessage ack = ackOf(r, answer);
            int after = ack == null ? answer.repeats().size() : repeatedAfter(answer, ack);
            if (ack == null || after >= in.limits.ackIgnored()) {
                if (ack != null || !isMissed(in, answer)) {
                    in.note(
                            ack == null ? HintKind.NO_ACK : HintKind.ACK_IGNORED,
                            in.at(answer, ack),
                            in.scene.node(answerer(r)),
                            after);
                }
                earlyStop(in, answer);
                return;
            }
        }
    }

    /// An ACK came, but fits no INVITE: that is a hint of its own.
    private static boolean isMissed(Inspection in, CallMessage answer) {
        for (CallMessage m : in.call.messages()) {
            if (isUnmatched(m) && m.leg() == answer.leg() && m.number() > answer.number()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnmatched(CallMessage m) {
        Sighting s = m.seen().sighting();
        return s.isRequest() && s.method() == Method.ACK && m.stray().equals("ack-without-invite");
    }

    /// Who the 2xx is from: the end of the last hop.
    private static int answerer(Request r) {
        int node = -1;
        for (Hop hop : r.hops()) {
            node = hop.isAccepted() ? hop.serverNode() : node;
        }
        return node;
    }

    /// The first ACK with the tag of this 2xx, on whatever hop.
    private static @Nullable CallMessage ackOf(Request r, CallMessage answer) {
        long tag = answer.seen().sighting().toTag();
        for (CallMessage ack : r.acks()) {
            if (ack.seen().sighting().toTag() == tag) {
                return ack;
            }
        }
        return null;
    }

    private static int repeatedAfter(CallMessage answer, CallMessage ack) {
        int count = 0;
        for (Seen again : answer.repeats()) {
            count += again.time() > ack.seen().time() ? 1 : 0;
        }
        return count;
    }

    /// Without its ACK the callee gives up after 64·T1.
    private static void earlyStop(Inspection in, CallMessage answer) {
        if (answer.dialog() == 0) {
            return;
        }
        CallDialog dialog = in.scene.dialog(answer.dialog());
        if (dialog.ended() == 0 || dialog.confirmed() == 0 || !"bye".equals(dialog.cause())) {
            return;
        }
        long lasted = in.scene.time(dialog.ended()) - answer.seen().time();
        if (lasted >= in.limits.lostAckFrom() && lasted <= in.limits.lostAckTo()) {
            in.noteOnce(
                    HintKind.EARLY_STOP,
                    in.at(answer, in.scene.message(dialog.ended())),
                    Inspection.seconds(lasted));
        }
    }

    private static void strays(Inspection in) {
        int unmatched = 0;
        List<CallMessage> messages = in.call.messages();
        for (int i = 0; i < messages.size(); i++) {
            CallMessage m = messages.get(i);
            Sighting s = m.seen().sighting();
            if (!s.isRequest()) {
                continue;
            }
            if (isUnmatched(m) && unmatched++ < in.limits.evidence()) {
                unmatched(in, m);
            } else if (s.method() == Method.BYE && m.dialog() > 0) {
                byeOfCallee(in, m);
            }
        }
    }

    /// Only when an answer was there to be acknowledged.
    private static void unmatched(Inspection in, CallMessage ack) {
        for (Request r : in.scene.requests()) {
            CallMessage answer = r.answer();
            if (r.method() == Method.INVITE
                    && r.leg() == ack.leg()
                    && answer != null
                    && answer.number() < ack.number()
                    && r.acks().isEmpty()) {
                in.noteOnce(
                        HintKind.ACK_UNMATCHED,
                        in.at(answer, ack),
                        in.sender(ack),
                        ack.seen().sighting().cseq());
                return;
            }
        }
    }

    /// RFC 3261 §15: not before the ACK, nor in an early dialog.
    private static void byeOfCallee(Inspection in, CallMessage bye) {
        CallDialog d = in.scene.dialog(bye.dialog());
        if (d.startUnseen() || bye.forwardOf() != 0 || in.scene.isByCaller(bye)) {
            return;
        }
        if (in.scene.leg(d.leg()).method() != Method.INVITE) {
            return;
        }
        if (d.confirmed() == 0 || d.confirmed() > bye.number()) {
            if (d.early() > 0) {
                in.noteOnce(HintKind.CALLEE_BYE_EARLY, in.at(bye), in.sender(bye));
            }
            return;
        }
        Request invite = in.scene.request(in.scene.message(d.confirmed()));
        CallMessage answer = invite == null ? null : invite.answer();
        CallMessage ack = answer == null || invite == null ? null : ackOf(invite, answer);
        boolean late =
                ack != null
                        && ack.number() > bye.number()
                        && bye.seen().time() - in.scene.time(d.confirmed())
                                < TransactionTimer.DURATION;
        if (late) {
            in.noteOnce(HintKind.BYE_BEFORE_ACK, in.at(bye, ack), in.sender(bye));
        }
    }
}
