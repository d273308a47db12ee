package io.callogram.analyzer.call;

import io.callogram.analyzer.call.LegSummary.Hold;
import io.callogram.analyzer.dialog.Dialog;
import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When one side of a confirmed dialog did not want to hear what it heard before (RFC 3264 §8.4).
public final class Holding {

    private final List<Hold> holds = new ArrayList<>(0);
    private final int dialog;
    private boolean confirmed;
    private long byCaller = -1;
    private long byCallee = -1;
    private final Held held;

    private Holding(Dialog dialog) {
        this.dialog = dialog.id();
        this.held = new Held(dialog.callerTag(), dialog.startUnseen());
    }

    static List<Hold> of(List<Caused> events, List<LegDialog> dialogs) {
        List<Hold> all = List.of();
        for (int i = 0; i < dialogs.size(); i++) {
            Holding holding = new Holding(dialogs.get(i).dialog());
            for (int at = 0; at < events.size(); at++) {
                holding.observe(events.get(at));
            }
            holding.close(-1);
            if (!holding.holds.isEmpty()) {
                all = all.isEmpty() ? new ArrayList<>(2) : all;
                all.addAll(holding.holds);
            }
        }
        return all;
    }

    private void observe(Caused caused) {
        if (caused.dialog() != dialog) {
            return;
        }
        if (caused.event() instanceof DialogEvent.DialogConfirmed) {
            confirmed = true;
        } else if (caused.event() instanceof DialogEvent.DialogTerminated e) {
            close(e.cause().time());
        } else if (caused.event() instanceof SessionAgreed e) {
            agreed(e, e.cause().time());
        }
    }

    private void agreed(SessionAgreed e, long time) {
        held.agreed(e, confirmed);
        if (byCaller >= 0 && !held.byCaller()) {
            holds.add(new Hold(true, byCaller, time));
        }
        byCaller = held.byCaller() ? (byCaller < 0 ? time : byCaller) : -1;
        if (byCallee >= 0 && !held.byCallee()) {
            holds.add(new Hold(false, byCallee, time));
        }
        byCallee = held.byCallee() ? (byCallee < 0 ? time : byCallee) : -1;
    }

    private void close(long time) {
        if (byCaller >= 0) {
            holds.add(new Hold(true, byCaller, time));
            byCaller = -1;
        }
        if (byCallee >= 0) {
            holds.add(new Hold(false, byCallee, time));
            byCallee = -1;
        }
    }

    /// The first audio stream that exists, or null.
    public static @Nullable Media audio(SessionDescription session) {
        for (int i = 0; i < session.media().size(); i++) {
            Media m = session.media().get(i);
            if (m.port() > 0 && m.kind().equals("audio")) {
                return m;
            }
        }
        return null;
    }

    /// Whether a description asks for audio: sendrecv or recvonly, towards an address that exists.
    public static boolean wantsToHear(SessionDescription session) {
        Media audio = audio(session);
        return audio != null
                && (audio.direction() == Direction.SENDRECV
                        || audio.direction() == Direction.RECVONLY)
                && !isNowhere(audio);
    }

    public static boolean wantsToSpeak(SessionDescription session) {
        Media audio = audio(session);
        return audio != null
                && (audio.direction() == Direction.SENDRECV
                        || audio.direction() == Direction.SENDONLY);
    }

    /// How RFC 2543 held, and the names that RFC 3264's successors use instead.
    public static boolean isNowhere(Media audio) {
        return audio.connection().equals("0.0.0.0")
                || audio.connection().equals("::")
                || audio.connection().endsWith(".invalid");
    }
}
