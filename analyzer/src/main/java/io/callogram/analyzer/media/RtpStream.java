package io.callogram.analyzer.media;

import io.callogram.capture.packet.Endpoint;

/// One stream of RTP or RTCP packets: same endpoints, same SSRC, counted.
public final class RtpStream {
    /// RFC 3550 A.1 calls a larger step a restart.
    private static final int MAX_STEP = 100;

    /// Before, in and behind tunnels one packet may be captured so many times more.
    private static final int MAX_COPIES = 3;

    private final Endpoint from;
    private final Endpoint to;
    private final int ssrc;
    private final boolean rtcp;
    private final long first;
    private final int firstSequence;
    private int payloadType;
    private long last;
    private long packets;
    private int sequence;
    private long inSequence;
    private long repeated;

    RtpStream(Endpoint from, Endpoint to, int ssrc, boolean rtcp, long first, int firstSequence) {
        this.from = from;
        this.to = to;
        this.ssrc = ssrc;
        this.rtcp = rtcp;
        this.first = first;
        this.firstSequence = firstSequence;
    }

    /// A stream that was counted to its end before.
    public static RtpStream counted(
            Endpoint from,
            Endpoint to,
            int ssrc,
            boolean rtcp,
            int payloadType,
            long packets,
            long first,
            long last) {
        RtpStream stream = new RtpStream(from, to, ssrc, rtcp, first, 0);
        stream.payloadType = payloadType;
        stream.packets = packets;
        stream.last = last;
        return stream;
    }

    void count(long time, int nextPayloadType, int nextSequence) {
        inSequence += follows(nextSequence) ? 1 : 0;
        repeated += packets > 0 && nextSequence == sequence ? 1 : 0;
        packets++;
        sequence = nextSequence;
        payloadType = nextPayloadType;
        last = time;
    }

    /// Adds what was counted of the same stream directly afterwards.
    void absorb(RtpStream later) {
        inSequence += later.inSequence + (follows(later.firstSequence) ? 1 : 0);
        repeated += later.repeated + (packets > 0 && later.firstSequence == sequence ? 1 : 0);
        packets += later.packets;
        sequence = later.sequence;
        payloadType = later.payloadType;
        last = later.last;
    }

    private boolean follows(int next) {
        int step = next - sequence & 0xffff;
        return packets > 0 && step > 0 && step < MAX_STEP;
    }

    /// Whether the sequence numbers prove it: anything may begin with the version bits of RTP.
    public boolean proven() {
        long once = packets - Math.min(repeated, inSequence * MAX_COPIES);
        return rtcp || inSequence >= 2 && inSequence * 2 >= once;
    }

    public Endpoint from() {
        return from;
    }

    public Endpoint to() {
        return to;
    }

    public int ssrc() {
        return ssrc;
    }

    public boolean rtcp() {
        return rtcp;
    }

    public int payloadType() {
        return payloadType;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public long packets() {
        return packets;
    }
}
