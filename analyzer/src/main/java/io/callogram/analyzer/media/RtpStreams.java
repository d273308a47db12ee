package io.callogram.analyzer.media;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.MediaSink;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The streams of a capture, or of a part of it that is absorbed in order. Bounded: the oldest are
/// forgotten, and only their packets stay counted.
public final class RtpStreams implements MediaSink {
    private static final int MOST = 200_000;

    private record Key(Endpoint from, Endpoint to, int ssrc, boolean rtcp) {}

    private final int most;
    private final SequencedMap<Key, RtpStream> streams = new LinkedHashMap<>();
    private final Map<Endpoint, Deque<RtpStream>> byEndpoint = new HashMap<>();
    private int forgotten;
    private long forgottenRtp;
    private long forgottenRtcp;

    public RtpStreams() {
        this(MOST);
    }

    RtpStreams(int most) {
        this.most = most;
    }

    /// Counts a packet that looks like RTP: version 2, at least the fixed header (RFC 3550 §5.1).
    @Override
    public void rtp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset) {
        int ssrc = int32(bytes, offset + 8);
        int sequence = (bytes[offset + 2] & 0xff) << 8 | bytes[offset + 3] & 0xff;
        count(new Key(from, to, ssrc, false), time, bytes[offset + 1] & 0x7f, sequence);
    }

    /// Counts a packet that looks like RTCP (RFC 3550 §6.4).
    @Override
    public void rtcp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset) {
        count(new Key(from, to, int32(bytes, offset + 4), true), time, bytes[offset + 1] & 0xff, 0);
    }

    private void count(Key key, long time, int payloadType, int sequence) {
        RtpStream stream = streams.get(key);
        if (stream == null) {
            stream = new RtpStream(key.from, key.to, key.ssrc, key.rtcp, time, sequence);
            streams.put(key, stream);
        }
        stream.count(time, payloadType, sequence);
    }

    /// Adds what was counted in the next part of the capture, which is a small one.
    public void absorb(RtpStreams next) {
        next.streams.forEach(this::absorb);
    }

    private void absorb(Key key, RtpStream later) {
        RtpStream known = streams.get(key);
        if (known != null) {
            known.absorb(later);
        } else {
            put(key, later);
        }
    }

    private void put(Key key, RtpStream stream) {
        if (streams.size() >= most) {
            forget(streams.pollFirstEntry());
        }
        streams.put(key, stream);
        byEndpoint.computeIfAbsent(key.from, _ -> new ArrayDeque<>(2)).add(stream);
        byEndpoint.computeIfAbsent(key.to, _ -> new ArrayDeque<>(2)).add(stream);
    }

    /// The oldest of all is the oldest of its endpoints.
    private void forget(Map.Entry<Key, RtpStream> oldest) {
        forgotten++;
        forgottenRtp += rtp(oldest.getValue());
        forgottenRtcp += rtcp(oldest.getValue());
        for (Endpoint endpoint : List.of(oldest.getKey().from, oldest.getKey().to)) {
            Deque<RtpStream> there = byEndpoint.get(endpoint);
            if (there != null) {
                there.removeFirst();
                if (there.isEmpty()) {
                    byEndpoint.remove(endpoint);
                }
            }
        }
    }

    /// Takes in a stream that was counted to its end before, as `RtpStream.counted` gives it.
    public void add(RtpStream stream) {
        put(new Key(stream.from(), stream.to(), stream.ssrc(), stream.rtcp()), stream);
    }

    /// Streams from or to an endpoint, the oldest first.
    public Collection<RtpStream> at(Endpoint endpoint) {
        Deque<RtpStream> there = byEndpoint.get(endpoint);
        return there == null ? List.of() : there;
    }

    public @Nullable RtpStream get(Endpoint from, Endpoint to, int ssrc, boolean rtcp) {
        return streams.get(new Key(from, to, ssrc, rtcp));
    }

    public Collection<RtpStream> all() {
        return streams.values();
    }

    /// How many there were, with those that were forgotten.
    public int count() {
        return streams.size() + forgotten;
    }

    /// How many were forgotten.
    public int forgotten() {
        return forgotten;
    }

    /// Packets of all streams.
    ///
    /// @param rtp those that sequence numbers prove
    public record Packets(long rtp, long rtcp) {}

    public Packets packets() {
        long rtp = forgottenRtp;
        long rtcp = forgottenRtcp;
        for (RtpStream stream : streams.values()) {
            rtp += rtp(stream);
            rtcp += rtcp(stream);
        }
        return new Packets(rtp, rtcp);
    }

    private static long rtp(RtpStream stream) {
        return !stream.rtcp() && stream.proven() ? stream.packets() : 0;
    }

    private static long rtcp(RtpStream stream) {
        return stream.rtcp() ? stream.packets() : 0;
    }

    private static int int32(byte[] bytes, int at) {
        return bytes[at] << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
