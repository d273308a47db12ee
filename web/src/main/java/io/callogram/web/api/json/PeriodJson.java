package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.web.json.Json;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The periods of a call's media, with the RTP that was counted in them, as bars of its ladder.
record PeriodJson(Call call) {

    private static final double MILLISECOND = 1e6;

    void into(Json json, MediaPeriod period) {
        json.put("after", behind(period)).put("dialog", period.dialog());
        json.put("fromNode", period.fromNode()).put("toNode", period.toNode());
        json.put("kind", period.kind().name().toLowerCase(Locale.ROOT));
        json.put("codec", period.codec().isEmpty() ? null : period.codec());
        json.put("startMs", (period.start() - call.times().start()) / MILLISECOND);
        json.put("endMs", (period.end() - call.times().start()) / MILLISECOND);
        json.put("directions", period.directions().name().toLowerCase(Locale.ROOT));
        json.object(
                "rtp",
                rtp ->
                        rtp.put("forward", counted(period, false))
                                .put("backward", counted(period, true)));
    }

    /// The message that a bar stands behind: the answer that began it on its last hop, or its ACK,
    /// so that nothing that only confirms it comes later.
    private int behind(MediaPeriod period) {
        CallMessage began = call.messages().get(period.after() - 1);
        long cseq = began.seen().sighting().cseq();
        int behind = began.number();
        for (CallMessage later : call.messages()) {
            Sighting s = later.seen().sighting();
            boolean confirms = s.method() == Method.ACK || later.forwardOf() >= began.number();
            if (later.number() > behind
                    && s.cseq() == cseq
                    && confirms
                    && later.leg() == began.leg()
                    && later.dialog() == began.dialog()) {
                behind = later.number();
            }
        }
        return behind;
    }

    /// Packets of streams that were seen in the period on the way to one side.
    private long counted(MediaPeriod period, boolean toCaller) {
        Set<Endpoint> received = receivedBy(period.dialog(), toCaller);
        long packets = 0;
        for (MediaStream stream : call.media()) {
            boolean then = stream.first() <= period.end() && stream.last() >= period.start();
            if (then && !stream.rtcp() && received.contains(stream.to())) {
                packets += stream.packets();
            }
        }
        return packets;
    }

    /// Where one side of a dialog said that it receives. The first offer came before there was a
    /// dialog.
    private Set<Endpoint> receivedBy(int number, boolean caller) {
        CallDialog dialog = call.dialogs().get(number - 1);
        Set<Endpoint> endpoints = new HashSet<>();
        for (CallMessage message : call.messages()) {
            SessionDescription session = message.seen().session();
            boolean before = message.dialog() == 0 && message.leg() == dialog.leg();
            if (session == null || !(message.dialog() == number || before)) {
                continue;
            }
            Sighting s = message.seen().sighting();
            if ((s.fromTag() == dialog.callerTag()) == s.isRequest() == caller) {
                session.media().forEach(media -> add(endpoints, media));
            }
        }
        return endpoints;
    }

    private static void add(Set<Endpoint> endpoints, Media media) {
        IpAddress address = media.address();
        if (address != null && media.port() > 0) {
            endpoints.add(new Endpoint(address, media.port()));
        }
    }
}
