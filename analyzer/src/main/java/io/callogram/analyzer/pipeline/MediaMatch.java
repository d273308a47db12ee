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

    private final RtpStreams streams;
    private final List<MediaStream> known;
    private final Set<MediaStream> found = new LinkedHashSet<>();

    private MediaMatch(RtpStreams streams, List<MediaStream> known) {
        this.streams = streams;
        this.known = known;
    }

    /// @param known what was found of the call before: streams may have been forgotten since
    static List<MediaStream> of(Cluster cluster, RtpStreams streams, List<MediaStream> known) {
        synchronized (streams) {
            return streams.all().isEmpty() && known.isEmpty()
                    ? List.of()
                    : new MediaMatch(streams, known).matching(cluster);
        }
    }

    private List<MediaStream> matching(Cluster cluster) {
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (LegFold leg : cluster.legs()) {
            for (LegMessage message : leg.messages()) {
                start = Math.min(start, message.seen().time());
                end = Math.max(end, message.seen().time());
                SessionDescription session = message.seen().session();
                if (session != null) {
                    session.media().forEach(this::add);
                }
            }
        }
        long from = start - SLACK;
        long to = end + SLACK;
        return found.stream()
                .filter(stream -> stream.last() >= from && stream.first() <= to)
                .toList();
    }

    private void add(Media media) {
        if (media.address() == null || media.port() == 0) {
            return;
        }
        addAll(new Endpoint(media.address(), media.port()));
        if (media.rtcpPort() != media.port()) {
            addAll(new Endpoint(media.address(), media.rtcpPort()));
        }
    }

    private void addAll(Endpoint endpoint) {
        for (MediaStream stream : known) {
            boolean here = stream.from().equals(endpoint) || stream.to().equals(endpoint);
            if (here && isForgotten(stream)) {
                found.add(stream);
            }
        }
        streams.at(endpoint).forEach(stream -> found.add(stream(stream)));
    }

    private boolean isForgotten(MediaStream s) {
        RtpStream now = streams.get(s.from(), s.to(), (int) s.ssrc(), s.rtcp());
        return now == null || now.first() != s.first();
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
