package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Requests to call somebody (RFC 3515) and what came of them.
final class Transferring {

    private Transferring() {}

    static void inspect(Inspection in) {
        if (!in.scene.has(Method.REFER)) {
            return;
        }
        for (Request r : in.scene.requests()) {
            CallMessage sent = r.sent();
            CallMessage answer = r.answer();
            if (r.method() != Method.REFER || sent == null || answer == null) {
                continue;
            }
            if (r.isAccepted()) {
                unreported(in, sent, answer);
                stranded(in, r, sent);
            } else if (r.status() != 401 && r.status() != 407) {
                in.noteOnce(
                        HintKind.REFER_REFUSED, in.at(sent, answer), in.sender(answer), r.status());
            }
        }
    }

    private static void unreported(Inspection in, CallMessage refer, CallMessage answer) {
        if (isUnwanted(refer) || isUnwanted(answer)) {
            return;
        }
        for (Request r : in.scene.requests()) {
            if (r.method() == Method.NOTIFY && r.leg() == refer.leg() && isOfRefer(r)) {
                return;
            }
        }
        if (in.isWatched(answer, in.limits.notifyWait())) {
            in.noteOnce(HintKind.NO_NOTIFY, in.at(refer, answer), in.sender(answer));
        }
    }

    /// RFC 4488: no subscription was wanted, or none was given.
    private static boolean isUnwanted(CallMessage m) {
        String value = m.seen().sighting().first(Mark.REFER_SUB);
        return value != null && value.regionMatches(true, 0, "false", 0, 5);
    }

    private static boolean isOfRefer(Request notify) {
        String event = notify.sighting().first(Mark.EVENT);
        return event == null || event.toLowerCase(Locale.ROOT).startsWith("refer");
    }

    /// The target did not answer, and the transferor hung up without turning back to the other.
    private static void stranded(Inspection in, Request r, CallMessage refer) {
        Leg attempt = attempt(in, refer);
        Request last = attempt == null ? null : last(in, attempt);
        CallMessage failed = last == null ? null : last.answer();
        if (attempt == null || failed == null || failed.seen().sighting().status() < 300) {
            return;
        }
        CallDialog dialog = refer.dialog() == 0 ? null : in.scene.dialog(refer.dialog());
        if (dialog == null || dialog.ended() == 0 || !"bye".equals(dialog.cause())) {
            return;
        }
        CallMessage bye = in.scene.message(dialog.ended());
        long after = bye.seen().time() - failed.seen().time();
        boolean turnedBack = bye.fromNode() != refer.fromNode() || isResumed(in, refer, failed);
        if (after < 0 || (after < in.limits.turnBack() && !turnedBack)) {
            in.noteOnce(
                    HintKind.TRANSFER_STRANDED,
                    in.at(refer, failed, bye),
                    in.scene.node(r.hops().getLast().serverNode()),
                    Scene.name(attempt.to()),
                    failed.seen().sighting().status());
        }
    }

    private static boolean isResumed(Inspection in, CallMessage refer, CallMessage failed) {
        for (Request r : in.scene.requests()) {
            if (r.method() == Method.INVITE
                    && r.dialog() == refer.dialog()
                    && r.first().number() > failed.number()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Leg attempt(Inspection in, CallMessage refer) {
        for (Leg leg : in.scene.legs()) {
            if (leg.link() != null
                    && leg.link().toLeg() == refer.leg()
                    && leg.link().kind().equals("refer")
                    && leg.last() > refer.number()) {
                return leg;
            }
        }
        return null;
    }

    private static @Nullable Request last(Inspection in, Leg leg) {
        Request last = null;
        for (Request r : in.scene.requests()) {
            boolean initial = r.method() == Method.INVITE && !r.isWithinDialog();
            last = r.leg() == leg.number() && initial ? r : last;
        }
        return last;
    }
}
