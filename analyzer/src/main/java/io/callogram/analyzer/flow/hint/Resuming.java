package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls on hold (RFC 3264 §8.4): how it was said, and whether it ever ended.
final class Resuming {

    private Resuming() {}

    static void inspect(Inspection in) {
        List<Agreement> agreements = in.scene.agreements();
        boolean held = false;
        for (int i = 0; i < agreements.size(); i++) {
            held |= agreements.get(i).isHeld();
        }
        if (!held) {
            return;
        }
        for (Agreement a : agreements) {
            if (a.change() == Agreement.Change.HOLD) {
                style(in, a);
            }
        }
        for (CallDialog dialog : in.call.dialogs()) {
            Agreement last = last(in, dialog);
            if (last != null && last.isHeld() && "bye".equals(dialog.cause()) && !isHandedOn(in)) {
                left(in, dialog, last);
            }
        }
    }

    private static void style(Inspection in, Agreement a) {
        boolean byCaller = a.heldByCaller() && (a.before() == null || !a.before().heldByCaller());
        SessionDescription holder = byCaller ? a.caller() : a.callee();
        for (Media m : holder.media()) {
            if (m.kind().equals("audio") && m.connection().equals("0.0.0.0")) {
                CallMessage said =
                        in.scene.message(a.byCaller() == byCaller ? a.offer() : a.answer());
                in.noteOnce(HintKind.HOLD_BY_NULL_ADDRESS, in.at(said), in.sender(said));
            }
        }
    }

    private static @Nullable Agreement last(Inspection in, CallDialog dialog) {
        Agreement last = null;
        for (Agreement a : in.scene.agreements()) {
            last = a.dialog() == dialog.number() ? a : last;
        }
        return last;
    }

    private static void left(Inspection in, CallDialog dialog, Agreement last) {
        if (dialog.ended() == 0) {
            return;
        }
        Agreement since = last;
        while (since.before() != null && since.before().isHeld()) {
            since = since.before();
        }
        CallMessage offer = in.scene.message(since.offer());
        CallMessage bye = in.scene.message(dialog.ended());
        in.note(
                HintKind.HOLD_NOT_RESUMED,
                in.at(offer, bye),
                in.sender(bye),
                Inspection.seconds(bye.seen().time() - in.scene.time(since.answer())));
    }

    /// Services after which the holder has no reason to come back.
    private static boolean isHandedOn(Inspection in) {
        if (in.scene.has(Method.REFER)
                || in.has(FlowKind.ATTENDED_TRANSFER)
                || in.has(FlowKind.BLIND_TRANSFER)
                || in.has(FlowKind.THREE_WAY)
                || in.has(FlowKind.CONFERENCE_FOCUS)
                || in.has(FlowKind.CALL_PARK)) {
            return true;
        }
        for (Leg leg : in.scene.legs()) {
            if (leg.link() != null && leg.link().kind().equals("replaces")) {
                return true;
            }
        }
        return false;
    }
}
