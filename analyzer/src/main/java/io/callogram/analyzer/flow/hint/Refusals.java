package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Digits;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import java.util.Locale;

/// What status codes and reasons tell of the network (RFC 3261 §21, RFC 3326).
final class Refusals {

    private Refusals() {}

    static void inspect(Inspection in) {
        if (in.traits.isRefused()) {
            refusals(in);
        }
        if (in.traits.isExhausted() || in.traits.has(Mark.REASON)) {
            reasons(in);
        }
    }

    private static void refusals(Inspection in) {
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            for (int at = 0; at < r.hops().size(); at++) {
                Hop hop = r.hops().get(at);
                CallMessage answer = hop.answer();
                if (answer != null && hop.status() >= 300) {
                    refused(in, r, answer, hop.status());
                }
            }
        }
    }

    private static void reasons(Inspection in) {
        for (CallMessage m : in.call.messages()) {
            Sighting s = m.seen().sighting();
            if (s.isRequest() && s.maxForwards() == 0 && m.forwardOf() > 0) {
                in.noteOnce(HintKind.HOPS_EXHAUSTED, in.at(m), in.sender(m));
            }
            if (!s.marks().isEmpty()) {
                cause(in, m, s);
            }
        }
    }

    private static void refused(Inspection in, Request r, CallMessage answer, int status) {
        CallMessage made = in.original(answer);
        Sighting s = made.seen().sighting();
        switch (status) {
            case 482 -> {
                boolean looped = r.status() == 482;
                HintKind kind = looped ? HintKind.LOOP_DETECTED : HintKind.MERGED_REQUEST;
                in.noteOnce(kind, in.at(made), in.sender(made));
            }
            case 483 -> in.noteOnce(HintKind.HOPS_EXHAUSTED, in.at(made), in.sender(made));
            case 420, 421 ->
                    in.noteOnce(HintKind.EXTENSION_REFUSED, in.at(made), in.sender(made), status);
            case 503 -> overloaded(in, made, s);
            case 300, 301, 302, 305 -> {
                if (s.contacts() == 0 && s.where().isWhole() && r.method() == Method.INVITE) {
                    in.noteOnce(
                            HintKind.REDIRECT_WITHOUT_CONTACT,
                            in.at(made),
                            in.sender(made),
                            status);
                }
            }
            default -> {}
        }
    }

    private static void overloaded(Inspection in, CallMessage answer, Sighting s) {
        String after = s.first(Mark.RETRY_AFTER);
        if (after != null) {
            in.noteOnce(
                    HintKind.OVERLOADED, in.at(answer), in.sender(answer), Digits.leading(after));
        }
    }

    /// Causes of ITU-T Q.850 that neither party brought about.
    private static void cause(Inspection in, CallMessage m, Sighting s) {
        for (Marked marked : s.marks()) {
            if (marked.mark() != Mark.REASON) {
                continue;
            }
            String value = marked.value();
            String lower = value.toLowerCase(Locale.ROOT);
            int at = lower.startsWith("q.850") ? lower.indexOf("cause=") : -1;
            int cause = at < 0 ? 0 : (int) Digits.at(value, at + 6);
            boolean ordinary =
                    switch (cause) {
                        case 0, 16, 17, 18, 19, 21, 26, 31 -> true;
                        default -> false;
                    };
            if (!ordinary) {
                in.noteOnce(HintKind.NETWORK_CAUSE, in.at(m), in.sender(m), cause, value);
            }
        }
    }
}
