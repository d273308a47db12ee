package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Requests within dialogs and their responses (RFC 3261 §12.2, §14.1, §15), and responses too
/// many.
final class WithinDialog {

    private WithinDialog() {}

    static void inspect(Inspection in) {
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            for (int at = 0; at < r.hops().size(); at++) {
                Hop hop = r.hops().get(at);
                if (hop.answer() != null && hop.request() != null) {
                    tags(in, hop.request(), hop.answer());
                }
            }
            if (r.method() == Method.INVITE) {
                answers(in, r);
            }
            if (r.isWithinDialog()) {
                within(in, r, r.answer());
            }
        }
        finals(in);
    }

    private static void tags(Inspection in, CallMessage request, CallMessage answer) {
        long asked = request.seen().sighting().toTag();
        long given = answer.seen().sighting().toTag();
        if (asked != 0 && given != 0 && asked != given) {
            in.noteOnce(
                    HintKind.TO_TAG_CHANGED,
                    in.at(request, answer),
                    in.sender(answer),
                    answer.seen().sighting().status());
        }
    }

    /// Two forks answered: both are confirmed dialogs (§13.2.2.4).
    private static void answers(Inspection in, Request r) {
        for (int i = 0; i < r.hops().size(); i++) {
            Hop hop = r.hops().get(i);
            if (!hop.isOrigin() || !hop.isAccepted()) {
                continue;
            }
            CallTransaction t = in.call.transactions().get(hop.number() - 1);
            int count = tags(in, t.responses());
            if (count > 1) {
                in.noteOnce(HintKind.TWO_ANSWERS, successes(in, t), count);
            }
        }
    }

    /// How many To tags the 2xx have.
    private static int tags(Inspection in, List<Integer> responses) {
        Sighting first = null;
        Set<Long> others = Set.of();
        for (int i = 0; i < responses.size(); i++) {
            Sighting s = in.scene.sighting(responses.get(i));
            if (s.isSuccess()) {
                first = first == null ? s : first;
                if (s.toTag() != first.toTag()) {
                    others = others.isEmpty() ? new HashSet<>() : others;
                    others.add(s.toTag());
                }
            }
        }
        return first == null ? 0 : 1 + others.size();
    }

    private static List<Integer> successes(Inspection in, CallTransaction t) {
        return in.at(
                t.responses().stream()
                        .map(in.scene::message)
                        .filter(m -> m.seen().sighting().isSuccess())
                        .toList());
    }

    private static void within(Inspection in, Request r, @Nullable CallMessage answer) {
        CallMessage sent = r.sent();
        if (answer == null || sent == null) {
            return;
        }
        if (r.status() == 481) {
            boolean crossed = isCrossed(in, r, sent, answer);
            // A PRACK that names no open response gets 481 as well (RFC 3262 §3).
            boolean tells = r.method() != Method.CANCEL && r.method() != Method.PRACK;
            if (crossed || tells) {
                in.noteOnce(
                        crossed ? HintKind.CROSSED_RELEASE : HintKind.DIALOG_GONE,
                        in.at(sent, answer),
                        in.sender(answer),
                        r.method());
            }
        } else if (r.status() == 491) {
            boolean retried = isRetried(in, r, sent);
            in.note(
                    retried ? HintKind.GLARE : HintKind.GLARE_NOT_RETRIED,
                    in.at(sent, answer),
                    in.sender(sent),
                    r.method());
        }
    }

    /// The other side's BYE was under way, or had been answered already.
    private static boolean isCrossed(
            Inspection in, Request refused, CallMessage sent, CallMessage answer) {
        for (Request r : in.scene.requests()) {
            CallMessage bye = r.sent();
            if (r.method() == Method.BYE
                    && r != refused
                    && bye != null
                    && bye.dialog() == sent.dialog()
                    && bye.seen().time() <= answer.seen().time()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRetried(Inspection in, Request refused, CallMessage sent) {
        for (Request r : in.scene.requests()) {
            CallMessage again = r.sent();
            if (again != null
                    && again.number() > sent.number()
                    && r.method() == refused.method()
                    && again.dialog() == sent.dialog()
                    && again.fromNode() == sent.fromNode()) {
                return true;
            }
        }
        return false;
    }

    /// §17.2: once completed, a transaction has its answer.
    private static void finals(Inspection in) {
        List<CallTransaction> transactions = in.call.transactions();
        for (int i = 0; i < transactions.size(); i++) {
            List<Integer> responses = transactions.get(i).responses();
            int first = 0;
            for (int at = 0; at < responses.size(); at++) {
                int number = responses.get(at);
                Sighting s = in.scene.sighting(number);
                if (!s.isFinal()) {
                    continue;
                }
                if (first == 0) {
                    first = number;
                } else if (s.status() != in.scene.sighting(first).status()) {
                    CallMessage later = in.scene.message(number);
                    in.noteOnce(
                            HintKind.TWO_FINALS,
                            in.at(in.scene.message(first), later),
                            in.sender(later),
                            in.scene.sighting(first).status(),
                            s.status());
                }
            }
        }
    }
}
