package io.callogram.samples.wire;

/// The numbers of a TCP segment, RFC 9293 §3.1.
record Segment(int flags, int sequence, int acknowledgment) {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int PUSH = 8;
    static final int ACK = 16;
}
