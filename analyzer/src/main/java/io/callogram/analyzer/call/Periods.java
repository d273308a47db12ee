package io.callogram.analyzer.call;

import io.callogram.analyzer.call.MediaPeriod.Directions;
import io.callogram.analyzer.call.MediaPeriod.Kind;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.sdp.Media;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The media of one dialog, stretch by stretch: a new one begins when what a listener hears
/// changes.
final class Periods {

    private final CallDialog dialog;
    private final List<MediaPeriod> periods;
    private final Held held;
    private boolean confirmed;
    private boolean over;
    private @Nullable SessionAgreed agreed;
    private @Nullable MediaPeriod open;

    Periods(CallDialog dialog, List<MediaPeriod> periods) {
        this.dialog = dialog;
        this.periods = periods;
        this.held = new Held(dialog.callerTag(), dialog.startUnseen());
    }

    void agreed(SessionAgreed e, int message, long time) {
        held.agreed(e, confirmed);
        agreed = e;
        begin(message, time);
    }

    void confirmed(int message, long time) {
        confirmed = true;
        over = false;
        begin(message, time);
    }

    void terminated(long time) {
        close(time);
        over = true;
    }

    private void begin(int message, long time) {
        if (agreed == null || over) {
            return;
        }
        if (!Held.hasAudio(agreed)) {
            close(time);
            return;
        }
        MediaPeriod next = period(agreed, message, time);
        if (open != null && open.after() == message) {
            open = next;
        } else if (open == null || !isSame(open, next)) {
            close(time);
            open = next;
        }
    }

    private static boolean isSame(MediaPeriod a, MediaPeriod b) {
        return a.kind() == b.kind()
                && a.directions() == b.directions()
                && a.codec().equals(b.codec());
    }

    void close(long time) {
        if (open != null) {
            periods.add(
                    new MediaPeriod(
                            open.dialog(),
                            open.after(),
                            open.fromNode(),
                            open.toNode(),
                            open.kind(),
                            open.codec(),
                            open.start(),
                            Math.max(open.start(), time),
                            open.directions()));
            open = null;
        }
    }

    private MediaPeriod period(SessionAgreed e, int message, long time) {
        boolean callerHears = Holding.wantsToHear(e.caller());
        boolean calleeHears = Holding.wantsToHear(e.callee());
        boolean forward = Holding.wantsToSpeak(e.caller()) && calleeHears;
        boolean backward = Holding.wantsToSpeak(e.callee()) && callerHears;
        Kind kind =
                confirmed ? held.byCaller() || held.byCallee() ? Kind.HOLD : Kind.TALK : Kind.EARLY;
        return new MediaPeriod(
                dialog.number(),
                message,
                dialog.callerNode(),
                dialog.calleeNode(),
                kind,
                codec(e),
                time,
                time,
                directions(forward, backward));
    }

    private static Directions directions(boolean forward, boolean backward) {
        if (forward) {
            return backward ? Directions.BOTH : Directions.FORWARD;
        }
        return backward ? Directions.BACKWARD : Directions.NONE;
    }

    /// The answer's first codec that the offer has too (RFC 3264 §6.1).
    private static String codec(SessionAgreed e) {
        Media caller = Holding.audio(e.caller());
        Media callee = Holding.audio(e.callee());
        if (caller == null || callee == null) {
            return "";
        }
        List<String> answered = callee.codecs();
        for (int i = 0; i < answered.size(); i++) {
            String codec = answered.get(i);
            if (caller.codecs().contains(codec) && !codec.equalsIgnoreCase("telephone-event")) {
                return codec;
            }
        }
        return "";
    }
}
