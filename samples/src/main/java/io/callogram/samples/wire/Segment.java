package io.callogram.samples.wire;

/// The numbers of a TCP segment, RFC 9293 §3.1.
public record Segment(int flags, int sequence, int acknowledgment) {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int PUSH = 8;
    public static final int ACK = 16;
}
