package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.TransactionTimer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was sent again and again, and what was never answered (RFC 3261 §17).
final class Waiting {

    private Waiting() {}

    static void inspect(Inspection in) {
        if (in.traits.isRepeated()) {
            repeated(in);
        }
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            for (int at = 0; at < r.hops().size(); at++) {
                Hop hop = r.hops().get(at);
                if (hop.answer() == null && hop.failureAck() == null && !isAnsweredLate(in, hop)) {
                    unanswered(in, r, hop);
                }
            }
        }
    }

    /// A final response that came when its sender had given up waiting stands by itself.
    private static boolean isAnsweredLate(Inspection in, Hop hop) {
        CallMessage request = hop.request();
        if (request == null || !in.isFired(hop)) {
            return false;
        }
        Sighting asked = request.seen().sighting();
        for (Request r : in.scene.requests()) {
            for (Hop other : r.hops()) {
                CallMessage answer = other.request() == null ? other.answer() : null;
                Sighting s = answer == null ? null : answer.seen().sighting();
                if (s != null
                        && s.method() == asked.method()
                        && s.branch() == asked.branch()
                        && s.callIdKey() == asked.callIdKey()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void repeated(Inspection in) {
        List<CallMessage> again = List.of();
        CallMessage worst = null;
        int total = 0;
        for (CallMessage m : in.call.messages()) {
            if (m.repeats().isEmpty() || timer(m.seen().sighting()) == null) {
                continue;
            }
            again = again.isEmpty() ? new ArrayList<>() : again;
            again.add(m);
            total += m.repeats().size();
            worst = worst == null || m.repeats().size() > worst.repeats().size() ? m : worst;
        }
        if (worst != null) {
            Sighting s = worst.seen().sighting();
            in.note(
                    HintKind.RETRANSMISSIONS,
                    in.at(again),
                    total,
                    s.isRequest() ? s.method().name() : s.status() + " (" + s.method() + ")",
                    in.sender(worst),
                    worst.repeats().size() + 1,
                    String.valueOf(timer(s)));
        }
    }

    /// The timer that sends it again; null for what is only sent again because something else was.
    private static @Nullable String timer(Sighting s) {
        if (s.isRequest()) {
            return switch (s.method()) {
                case INVITE -> "A";
                case ACK -> null;
                case BYE,
                        CANCEL,
                        REGISTER,
                        OPTIONS,
                        PRACK,
                        SUBSCRIBE,
                        NOTIFY,
                        PUBLISH,
                        INFO,
                        REFER,
                        MESSAGE,
                        UPDATE,
                        OTHER ->
                        "E";
            };
        }
        if (s.method() != Method.INVITE || (s.isProvisional() && s.first(Mark.RSEQ) == null)) {
            return null;
        }
        return s.status() >= 300 ? "G" : "T1";
    }

    private static void unanswered(Inspection in, Request r, Hop hop) {
        CallMessage request = hop.request();
        if (request == null) {
            return;
        }
        int sends = request.repeats().size() + 1;
        boolean fired = in.isFired(hop);
        if (r.method() == Method.BYE) {
            if (fired) {
                in.note(HintKind.BYE_UNANSWERED, in.at(request), in.receiver(request), sends);
            }
        } else if (r.isWithinDialog()
                && (r.method() == Method.INVITE || r.method() == Method.UPDATE)) {
            if (hop.isOrigin() && (fired || isLeftBehind(in, request))) {
                in.note(
                        HintKind.REINVITE_UNANSWERED,
                        in.at(request),
                        in.receiver(request),
                        r.method());
            }
        } else if (fired || (hop.provisionals().isEmpty() && sends >= in.limits.inviteSends())) {
            in.note(
                    HintKind.NO_RESPONSE,
                    in.at(request),
                    in.receiver(request),
                    r.method(),
                    sends,
                    Inspection.seconds(in.scene.lastSeen(request) - request.seen().time()));
        }
    }

    /// Its dialog ended without it, or so much time passed that nobody waits for an answer.
    private static boolean isLeftBehind(Inspection in, CallMessage request) {
        if (in.isWatched(request, TransactionTimer.DURATION)) {
            return true;
        }
        if (request.dialog() == 0) {
            return false;
        }
        CallDialog dialog = in.scene.dialog(request.dialog());
        return dialog.ended() > request.number();
    }
}
