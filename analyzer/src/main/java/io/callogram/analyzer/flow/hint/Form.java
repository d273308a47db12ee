package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Transport;
import java.util.ArrayList;
import java.util.List;

/// What single messages must have (RFC 3261 §8.1.1, §8.2.6, §12.1.1).
final class Form {

    /// RFC 3261 §18.1.1: a larger request goes over a transport with congestion control.
    private static final int LARGEST_ON_UDP = 1300;

    private static final int COMPARED = 32;

    private Form() {}

    static void inspect(Inspection in) {
        List<CallMessage> malformed = List.of();
        List<CallMessage> messages = in.call.messages();
        for (int i = 0; i < messages.size(); i++) {
            CallMessage m = messages.get(i);
            Sighting s = m.seen().sighting();
            if (s.where().truncated()) {
                continue;
            }
            if (s.problems() > 0 && s.problems() > named(s)) {
                malformed = malformed.isEmpty() ? new ArrayList<>() : malformed;
                malformed.add(m);
            }
            mandatory(in, m, s);
            if (s.isRequest()) {
                request(in, m, s);
            } else if (s.status() > 100 && s.toTag() == 0 && s.method() == Method.INVITE) {
                in.noteOnce(HintKind.TO_TAG_MISSING, in.at(m), in.sender(m), s.status());
            }
            contact(in, m, s);
        }
        if (!malformed.isEmpty()) {
            in.note(HintKind.MALFORMED, in.at(malformed), malformed.size());
        }
        branches(in);
    }

    /// Problems that have a hint of their own.
    private static int named(Sighting s) {
        return (s.isRequest() && s.maxForwards() < 0 ? 1 : 0) + (s.branch() == 0 ? 1 : 0);
    }

    private static void mandatory(Inspection in, CallMessage m, Sighting s) {
        String missing = missing(s);
        if (!missing.isEmpty()) {
            in.noteOnce(HintKind.HEADER_MISSING, in.at(m), in.sender(m), missing);
        }
    }

    private static String missing(Sighting s) {
        if (s.vias() == 0) {
            return "Via";
        }
        if (isNone(s.from())) {
            return "From";
        }
        if (isNone(s.to())) {
            return "To";
        }
        if (s.callId().isEmpty()) {
            return "Call-ID";
        }
        return s.cseq() < 0 ? "CSeq" : "";
    }

    private static boolean isNone(Address address) {
        return address.scheme().isEmpty() && address.equals(Address.NONE);
    }

    private static void request(Inspection in, CallMessage m, Sighting s) {
        if (s.maxForwards() < 0) {
            in.noteOnce(HintKind.MAX_FORWARDS_MISSING, in.at(m), in.sender(m), s.method());
        }
        if (!s.magic() && s.vias() > 0) {
            in.noteOnce(HintKind.BRANCH_WITHOUT_COOKIE, in.at(m), in.sender(m));
        }
        if (s.where().transport() == Transport.UDP && s.where().length() > LARGEST_ON_UDP) {
            in.noteOnce(HintKind.REQUEST_TOO_LARGE, in.at(m), s.method(), s.where().length());
        }
    }

    private static void contact(Inspection in, CallMessage m, Sighting s) {
        boolean needed = s.method() == Method.INVITE && (s.isRequest() || s.isSuccess());
        if (needed && s.contacts() == 0) {
            String what = s.isRequest() ? "INVITE" : s.status() + " (INVITE)";
            in.noteOnce(HintKind.CONTACT_MISSING, in.at(m), in.sender(m), what);
        }
    }

    /// One branch, two requests: their responses cannot be told apart.
    private static void branches(Inspection in) {
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            CallMessage later = requests.get(i).sent();
            if (later == null || requests.get(i).method() == Method.CANCEL) {
                continue;
            }
            for (int j = Math.max(0, i - COMPARED); j < i; j++) {
                CallMessage earlier = requests.get(j).sent();
                if (earlier != null && isSameBranch(earlier, later)) {
                    in.noteOnce(
                            HintKind.BRANCH_REUSED,
                            in.at(earlier, later),
                            in.sender(later),
                            requests.get(i).method());
                    return;
                }
            }
            acknowledged(in, requests.get(i), later);
        }
    }

    /// RFC 3261 §17: the ACK to a 2xx is a transaction of its own.
    private static void acknowledged(Inspection in, Request r, CallMessage invite) {
        for (int i = 0; i < r.acks().size(); i++) {
            CallMessage ack = r.acks().get(i);
            if (isSameBranch(invite, ack)) {
                in.noteOnce(HintKind.BRANCH_REUSED, in.at(invite, ack), in.sender(ack), Method.ACK);
            }
        }
    }

    private static boolean isSameBranch(CallMessage one, CallMessage other) {
        Sighting a = one.seen().sighting();
        Sighting b = other.seen().sighting();
        return a.branch() == b.branch()
                && a.branch() != 0
                && a.sentBy() == b.sentBy()
                && a.magic()
                && a.callIdKey() == b.callIdKey()
                && (a.method() != Method.CANCEL || b.method() == Method.CANCEL);
    }
}
