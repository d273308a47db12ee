package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Cluster;
import io.callogram.analyzer.call.LegFold;
import io.callogram.analyzer.call.LegMessage;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.media.RtpStream;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.capture.packet.Endpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the streams of the endpoints that a call's session descriptions name.
final class MediaMatch {
    /// Media may start before its answer is seen and go on after the release.
    private static final long SLACK = 5_000_000_000L;

    private MediaMatch() {}

    static List<MediaStream> of(Cluster cluster, RtpStreams streams) {
        synchronized (streams) {
            return streams.all().isEmpty() ? List.of() : matching(cluster, streams);
        }
    }

    private static List<MediaStream> matching(Cluster cluster, RtpStreams streams) {
        Set<RtpStream> found = new LinkedHashSet<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (LegFold leg : cluster.legs()) {
            for (LegMessage message : leg.messages()) {
                start = Math.min(start, message.seen().time());
                end = Math.max(end, message.seen().time());
                SessionDescription session = message.seen().session();
                if (session != null) {
                    session.media().forEach(media -> add(found, media, streams));
                }
            }
        }
        long from = start - SLACK;
        long to = end + SLACK;
        return found.stream()
                .filter(stream -> stream.last() >= from && stream.first() <= to)
                .map(MediaMatch::stream)
                .toList();
    }

    private static void add(Set<RtpStream> found, Media media, RtpStreams streams) {
        if (media.address() == null || media.port() == 0) {
            return;
        }
        found.addAll(streams.at(new Endpoint(media.address(), media.port())));
        if (media.rtcpPort() != media.port()) {
            found.addAll(streams.at(new Endpoint(media.address(), media.rtcpPort())));
        }
    }

    private static MediaStream stream(RtpStream s) {
        return new MediaStream(
                s.from(),
                s.to(),
                Integer.toUnsignedLong(s.ssrc()),
                s.payloadType(),
                s.rtcp(),
                s.packets(),
                s.first(),
                s.last(),
                0);
    }
}
