package io.callogram.samples.sip;

/// The direction attribute of a stream, RFC 3264 §5.1, with its answer of §6.1.
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    public Direction answer() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    String line() {
        return switch (this) {
            case SENDRECV -> "a=sendrecv\r\n";
            case SENDONLY -> "a=sendonly\r\n";
            case RECVONLY -> "a=recvonly\r\n";
            case INACTIVE -> "a=inactive\r\n";
        };
    }
}
