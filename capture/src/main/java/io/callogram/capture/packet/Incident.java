package io.callogram.capture.packet;

import java.util.Locale;

/// Something that happened on the way besides a packet's one verdict; counted, never silent.
public enum Incident {
    FRAGMENT_OVERLAP,
    FRAGMENT_DATAGRAM_STARTED,
    FRAGMENT_DATAGRAM_COMPLETED,
    FRAGMENT_DATAGRAM_EVICTED,
    FRAGMENT_DATAGRAM_TIMED_OUT,
    FRAGMENT_DATAGRAM_DELIVERED_WITH_GAP,
    FRAGMENT_TOO_MANY,
    HEP_NOT_SIP,
    KEEP_ALIVE_IN_STREAM,
    MESSAGE_TOO_LARGE,
    SCTP_MESSAGE_EVICTED,
    SIP_PAYLOAD,
    STREAM_BYTES_SKIPPED,
    STREAM_CONFLICTING_RETRANSMISSION,
    STREAM_FLOW_EVICTED,
    STREAM_GAP,
    STREAM_MESSAGE_INCOMPLETE,
    STREAM_OUT_OF_ORDER,
    STREAM_OUT_OF_ORDER_LIMIT,
    STREAM_RETRANSMISSION,
    STREAM_SEQUENCE_JUMP,
    TRUNCATED_PAYLOAD,
    WEBSOCKET_CONTROL_FRAME,
    WEBSOCKET_NOT_SIP,
    WEBSOCKET_TOO_LARGE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The stable name in counters.
    public String slug() {
        return slug;
    }
}
