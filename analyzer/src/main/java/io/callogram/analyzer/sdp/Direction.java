package io.callogram.analyzer.sdp;

/// RFC 3264 §5.1, RFC 8866 §6.7. `SENDRECV` is what an absent attribute means.
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE
}
