package io.callogram.analyzer.media;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.MediaSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All streams of a capture, or of a part of it that is absorbed in order. Bounded: packets of
/// streams beyond the cap are only counted.
public final class RtpStreams implements MediaSink {
    private static final int MAX_STREAMS = 200_000;

    private record Key(Endpoint from, Endpoint to, int ssrc, boolean rtcp) {}

    private final Map<Key, RtpStream> streams = new LinkedHashMap<>();
    private final Map<Endpoint, List<RtpStream>> byEndpoint = new HashMap<>();
    private long overCap;

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
            if (streams.size() >= MAX_STREAMS) {
                overCap++;
                return;
            }
            stream = new RtpStream(key.from, key.to, key.ssrc, key.rtcp, time, sequence);
            streams.put(key, stream);
        }
        stream.count(time, payloadType, sequence);
    }

    /// Adds what was counted in the next part of the capture.
    public void absorb(RtpStreams next) {
        overCap += next.overCap;
        next.streams.forEach(this::absorb);
    }

    private void absorb(Key key, RtpStream later) {
        RtpStream known = streams.get(key);
        if (known != null) {
            known.absorb(later);
        } else if (streams.size() >= MAX_STREAMS) {
            overCap += later.packets();
        } else {
            put(key, later);
        }
    }

    private void put(Key key, RtpStream stream) {
        streams.put(key, stream);
        byEndpoint.computeIfAbsent(key.from, _ -> new ArrayList<>()).add(stream);
        byEndpoint.computeIfAbsent(key.to, _ -> new ArrayList<>()).add(stream);
    }

    /// Takes in a stream that was counted to its end before, as `RtpStream.counted` gives it.
    public void add(RtpStream stream) {
        put(new Key(stream.from(), stream.to(), stream.ssrc(), stream.rtcp()), stream);
    }

    /// Streams from or to an endpoint.
    public List<RtpStream> at(Endpoint endpoint) {
        return byEndpoint.getOrDefault(endpoint, List.of());
    }

    public Collection<RtpStream> all() {
        return streams.values();
    }

    /// Packets that looked like RTP beyond the cap of streams.
    public long overCap() {
        return overCap;
    }

    private static int int32(byte[] bytes, int at) {
        return bytes[at] << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
