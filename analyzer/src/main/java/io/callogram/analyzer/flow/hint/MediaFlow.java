package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.capture.packet.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RTP that was captured, against what was agreed. Without captured RTP nothing is concluded.
final class MediaFlow {

    private MediaFlow() {}

    static void inspect(Inspection in) {
        if (in.call.media().isEmpty()) {
            return;
        }
        for (CallDialog dialog : in.call.dialogs()) {
            Agreement talk = talk(in, dialog);
            if (talk != null) {
                compare(in, talk, endpoint(talk.caller()), endpoint(talk.callee()));
            }
            if (dialog.ended() > 0 && "bye".equals(dialog.cause())) {
                afterwards(in, dialog, in.scene.message(dialog.ended()));
            }
        }
    }

    /// What was agreed when both sides were to hear each other for long enough.
    private static @Nullable Agreement talk(Inspection in, CallDialog dialog) {
        for (MediaPeriod p : in.call.periods()) {
            if (p.dialog() == dialog.number()
                    && p.kind() == MediaPeriod.Kind.TALK
                    && p.directions() == MediaPeriod.Directions.BOTH
                    && p.end() - p.start() >= in.limits.talkForMedia()) {
                return agreed(in, dialog, p);
            }
        }
        return null;
    }

    private static @Nullable Agreement agreed(Inspection in, CallDialog dialog, MediaPeriod p) {
        Agreement found = null;
        for (Agreement a : in.scene.agreements()) {
            if (a.dialog() == dialog.number() && in.scene.time(a.answer()) <= p.start()) {
                found = a;
            }
        }
        return found;
    }

    private static @Nullable Endpoint endpoint(SessionDescription session) {
        for (Media m : session.media()) {
            if (m.kind().equals("audio") && m.port() > 0 && m.address() != null) {
                return new Endpoint(m.address(), m.port());
            }
        }
        return null;
    }

    private static void compare(
            Inspection in, Agreement a, @Nullable Endpoint caller, @Nullable Endpoint callee) {
        if (caller == null || callee == null) {
            return;
        }
        List<Integer> evidence = in.at(in.scene.message(a.offer()), in.scene.message(a.answer()));
        long byCaller = 0;
        long byCallee = 0;
        for (MediaStream s : in.call.media()) {
            if (s.rtcp()) {
                continue;
            }
            boolean fromCaller = s.from().equals(caller) || s.to().equals(callee);
            boolean fromCallee = s.from().equals(callee) || s.to().equals(caller);
            byCaller += fromCaller ? s.packets() : 0;
            byCallee += fromCallee ? s.packets() : 0;
            Endpoint described =
                    s.to().equals(caller) ? callee : s.to().equals(callee) ? caller : null;
            if (described != null
                    && !described.address().equals(s.from().address())
                    && !isDescribed(in, s.from())
                    && s.packets() >= in.limits.packetsForMedia()) {
                in.noteOnce(HintKind.MEDIA_SOURCE_DIFFERS, evidence, s.from(), described);
            }
        }
        boolean oneWay = (byCaller == 0) != (byCallee == 0);
        if (oneWay && byCaller + byCallee >= in.limits.packetsForMedia()) {
            CallDialog dialog = in.scene.dialog(a.dialog());
            int silent = byCaller == 0 ? dialog.callerNode() : dialog.calleeNode();
            in.note(HintKind.MEDIA_ONE_WAY, evidence, in.scene.node(silent), byCaller + byCallee);
        }
    }

    /// Somewhere in the call: a B2BUA may connect its sides directly later on.
    private static boolean isDescribed(Inspection in, Endpoint source) {
        for (CallMessage m : in.call.messages()) {
            SessionDescription session = m.seen().session();
            if (session != null && source.equals(endpoint(session))) {
                return true;
            }
        }
        return false;
    }

    private static void afterwards(Inspection in, CallDialog dialog, CallMessage bye) {
        long end = bye.seen().time();
        for (MediaStream s : in.call.media()) {
            if (s.dialog() == dialog.number()
                    && !s.rtcp()
                    && s.first() < end
                    && s.last() > end + in.limits.mediaAfterBye()) {
                in.noteOnce(
                        HintKind.MEDIA_AFTER_BYE,
                        in.at(bye),
                        s.from(),
                        Inspection.seconds(s.last() - end));
            }
        }
    }
}
