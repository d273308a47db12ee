package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which way audio may go in each dialog: the periods, at the events that begin and end them.
final class Audio {

    private final List<MediaPeriod> periods;

    Audio(List<MediaPeriod> periods) {
        this.periods = periods;
    }

    @Nullable Standing changed(CallEvent event) {
        boolean begins =
                event.derived() instanceof SessionAgreed
                        || event.derived() instanceof DialogConfirmed;
        if (!begins && !(event.derived() instanceof DialogTerminated)) {
            return null;
        }
        MediaPeriod ended = null;
        for (MediaPeriod p : periods) {
            if (p.dialog() == event.dialog()) {
                if (begins && p.after() == event.message()) {
                    return begun(p, event);
                }
                ended = p.end() == event.time() && p.after() < event.message() ? p : ended;
            }
        }
        return ended == null
                ? null
                : new Standing(Subject.MEDIA, event.dialog(), "closed", "", event);
    }

    private static Standing begun(MediaPeriod p, CallEvent event) {
        String directions = p.directions().name().toLowerCase(Locale.ROOT);
        String kind = p.kind().name().toLowerCase(Locale.ROOT);
        return new Standing(Subject.MEDIA, event.dialog(), directions, kind, event);
    }
}
