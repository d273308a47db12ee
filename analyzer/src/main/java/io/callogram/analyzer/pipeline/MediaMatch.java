package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Cluster;
import io.callogram.analyzer.call.LegFold;
import io.callogram.analyzer.call.LegMessage;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.media.RtpStream;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.packet.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the streams of the endpoints that a call's session descriptions name.
final class MediaMatch {
    /// Media may start before its answer is seen and go on after the release.
    private static final long SLACK = 5_000_000_000L;

    private final RtpStreams streams;
    private final List<MediaStream> known;
    private final Set<Endpoint> asked = new HashSet<>();
    private final List<MediaStream> found = new ArrayList<>(2);

    private MediaMatch(RtpStreams streams, List<MediaStream> known) {
        this.streams = streams;
        this.known = known;
    }

    /// @param streams nobody counts meanwhile
    /// @param known what was found of the call before: streams may have been forgotten since
    static List<MediaStream> of(Cluster cluster, RtpStreams streams, List<MediaStream> known) {
        return streams.all().isEmpty() && known.isEmpty()
                ? List.of()
                : new MediaMatch(streams, known).matching(cluster);
    }

    private List<MediaStream> matching(Cluster cluster) {
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (LegFold leg : cluster.legs()) {
            List<LegMessage> messages = leg.messages();
            for (int i = 0; i < messages.size(); i++) {
                Seen seen = messages.get(i).seen();
                start = Math.min(start, seen.time());
                end = Math.max(end, seen.time());
                if (seen.session() != null) {
                    add(seen.session().media());
                }
            }
        }
        long from = start - SLACK;
        long to = end + SLACK;
        found.removeIf(stream -> stream.last() < from || stream.first() > to);
        return found;
    }

    private void add(List<Media> media) {
        for (int i = 0; i < media.size(); i++) {
            add(media.get(i));
        }
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

    /// Messages name the same endpoints again and again.
    private void addAll(Endpoint endpoint) {
        if (!asked.add(endpoint)) {
            return;
        }
        for (MediaStream stream : known) {
            if (isNew(stream.from(), stream.to(), endpoint) && isForgotten(stream)) {
                found.add(stream);
            }
        }
        RtpStream before = null;
        for (RtpStream stream : streams.at(endpoint)) {
            // One from an endpoint to itself stands there twice.
            if (stream != before && isNew(stream.from(), stream.to(), endpoint)) {
                found.add(stream(stream));
            }
            before = stream;
        }
    }

    /// One end is here, and the stream was not found at the other.
    private boolean isNew(Endpoint from, Endpoint to, Endpoint here) {
        if (from.equals(here)) {
            return to.equals(here) || !asked.contains(to);
        }
        return to.equals(here) && !asked.contains(from);
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
