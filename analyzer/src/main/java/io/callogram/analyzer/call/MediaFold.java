package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.capture.packet.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was negotiated for media, and which captured streams are it.
final class MediaFold {

    private MediaFold() {}

    /// Streams with the dialog whose session description names one of their ends, or 0.
    static List<MediaStream> matched(
            List<MediaStream> streams, List<LegFold> legs, Numbering numbers) {
        if (streams.isEmpty()) {
            return streams;
        }
        Map<Endpoint, Integer> dialogs = new HashMap<>();
        for (int i = 0; i < legs.size(); i++) {
            for (Caused caused : legs.get(i).events()) {
                if (caused.event() instanceof SessionAgreed e) {
                    int dialog = numbers.dialog(i, e.dialog());
                    name(e.caller(), dialog, dialogs);
                    name(e.callee(), dialog, dialogs);
                }
            }
        }
        List<MediaStream> matched = new ArrayList<>(streams.size());
        for (MediaStream s : streams) {
            Integer dialog = dialogs.get(s.to());
            dialog = dialog == null ? dialogs.getOrDefault(s.from(), 0) : dialog;
            matched.add(
                    new MediaStream(
                            s.from(),
                            s.to(),
                            s.ssrc(),
                            s.payloadType(),
                            s.rtcp(),
                            s.packets(),
                            s.first(),
                            s.last(),
                            dialog));
        }
        return matched;
    }

    private static void name(
            SessionDescription session, int dialog, Map<Endpoint, Integer> dialogs) {
        for (Media m : session.media()) {
            if (m.address() != null && m.port() > 0) {
                dialogs.putIfAbsent(new Endpoint(m.address(), m.port()), dialog);
                dialogs.putIfAbsent(new Endpoint(m.address(), m.rtcpPort()), dialog);
            }
        }
    }

    static List<MediaPeriod> periods(
            List<LegFold> legs, Numbering numbers, List<CallDialog> dialogs) {
        List<MediaPeriod> periods = new ArrayList<>(2);
        for (int i = 0; i < legs.size(); i++) {
            LegFold leg = legs.get(i);
            for (int at = 0; at < leg.dialogs().size(); at++) {
                int dialog = leg.dialogs().get(at).dialog().id();
                CallDialog of = dialogs.get(numbers.dialog(i, dialog) - 1);
                observe(leg, i, dialog, numbers, new Periods(of, periods));
            }
        }
        if (periods.size() > 1) {
            periods.sort((a, b) -> Long.compare(a.start(), b.start()));
        }
        return periods;
    }

    private static void observe(
            LegFold leg, int number, int dialog, Numbering numbers, Periods periods) {
        List<Caused> events = leg.events();
        for (int i = 0; i < events.size(); i++) {
            Caused caused = events.get(i);
            if (caused.dialog() == dialog) {
                observe(periods, caused, numbers.message(number, caused.message()));
            }
        }
        periods.close(leg.messages().getLast().seen().time());
    }

    private static void observe(Periods of, Caused caused, int message) {
        long time = caused.event().cause().time();
        if (caused.event() instanceof SessionAgreed e) {
            of.agreed(e, message, time);
        } else if (caused.event() instanceof DialogConfirmed) {
            of.confirmed(message, time);
        } else if (caused.event() instanceof DialogTerminated) {
            of.terminated(time);
        }
    }
}
