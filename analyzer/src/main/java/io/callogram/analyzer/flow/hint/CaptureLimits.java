package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;

/// What the capture does not show, or shows damaged.
final class CaptureLimits {

    private CaptureLimits() {}

    static void inspect(Inspection in) {
        if (in.scene.isCall()) {
            starts(in);
            ends(in);
        }
        if (in.traits.isDamaged()) {
            damaged(in);
        }
        clock(in);
        unseen(in);
    }

    private static void damaged(Inspection in) {
        List<CallMessage> cut = List.of();
        List<CallMessage> gaps = List.of();
        for (CallMessage m : in.call.messages()) {
            if (m.seen().sighting().where().gap()) {
                gaps = with(gaps, m);
            } else if (m.seen().sighting().where().truncated()) {
                cut = with(cut, m);
            }
        }
        if (!cut.isEmpty()) {
            in.note(HintKind.MESSAGE_CUT, in.at(cut), cut.size());
        }
        if (!gaps.isEmpty()) {
            in.note(HintKind.STREAM_GAP, in.at(gaps), gaps.size());
        }
    }

    private static List<CallMessage> with(List<CallMessage> all, CallMessage m) {
        List<CallMessage> more = all.isEmpty() ? new ArrayList<>() : all;
        more.add(m);
        return more;
    }

    private static void starts(Inspection in) {
        List<Leg> legs = in.scene.legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.startUnseen() && leg.method() == Method.INVITE) {
                CallMessage first = in.scene.message(leg.first());
                Sighting s = first.seen().sighting();
                if (s.isRequest() && s.method() == Method.INVITE && s.where().truncated()) {
                    continue; // what says that it begins a call may be what was cut
                }
                in.noteOnce(HintKind.CAPTURE_STARTS_LATE, in.at(first), what(first));
            }
        }
    }

    private static void ends(Inspection in) {
        CallMessage last = in.call.messages().getLast();
        boolean open = in.call.result().outcome() == Outcome.IN_PROGRESS;
        List<CallDialog> dialogs = in.call.dialogs();
        for (int i = 0; i < dialogs.size(); i++) {
            CallDialog d = dialogs.get(i);
            open |=
                    d.confirmed() > 0
                            && d.cause() == null
                            && in.scene.leg(d.leg()).method() == Method.INVITE;
        }
        if (open) {
            in.noteOnce(HintKind.CAPTURE_ENDS_EARLY, in.at(last), what(last));
        }
    }

    private static String what(CallMessage m) {
        Sighting s = m.seen().sighting();
        return s.isRequest() ? s.method().name() : s.status() + " (" + s.method() + ")";
    }

    private static void clock(Inspection in) {
        CallMessage before = null;
        List<CallMessage> messages = in.call.messages();
        for (int i = 0; i < messages.size(); i++) {
            CallMessage m = messages.get(i);
            if (before != null
                    && before.leg() == m.leg()
                    && before.seen().time() - m.seen().time() > in.limits.clockStep()) {
                in.noteOnce(
                        HintKind.CLOCK_STEP,
                        in.at(before, m),
                        Inspection.seconds(before.seen().time() - m.seen().time()));
            }
            before = m;
        }
    }

    /// Its request was captured: the response came when the transaction was over, or a middlebox
    /// changed the sent-by.
    private static boolean isLate(Inspection in, CallMessage response) {
        Sighting s = response.seen().sighting();
        for (CallMessage m : in.call.messages()) {
            Sighting asked = m.seen().sighting();
            if (m.number() >= response.number()) {
                return false;
            }
            if (asked.isRequest()
                    && asked.method() == s.method()
                    && asked.branch() == s.branch()
                    && asked.cseq() == s.cseq()
                    && asked.callIdKey() == s.callIdKey()) {
                return true;
            }
        }
        return false;
    }

    /// Responses beside a beginning that was captured.
    private static void unseen(Inspection in) {
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            for (int at = 0; at < r.hops().size(); at++) {
                Hop hop = r.hops().get(at);
                if (hop.request() == null
                        && !in.scene.leg(r.leg()).startUnseen()
                        && !isLate(in, hop.first())) {
                    CallMessage m = hop.first();
                    in.noteOnce(
                            HintKind.REQUEST_UNSEEN,
                            in.at(m),
                            in.sender(m),
                            m.seen().sighting().status(),
                            r.method());
                }
            }
        }
    }
}
