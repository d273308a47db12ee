package io.callogram.capture.decode;

import org.jspecify.annotations.Nullable;

/// The generic chunks of HEP version 3 that are known here, in the order of their types from 1 on.
public enum HepChunk {
    FAMILY("Address family", 1),
    PROTOCOL("Protocol", 1),
    V4_SOURCE("Source", 4),
    V4_DESTINATION("Destination", 4),
    V6_SOURCE("Source", 16),
    V6_DESTINATION("Destination", 16),
    SOURCE_PORT("Source port", 2),
    DESTINATION_PORT("Destination port", 2),
    SECONDS("Agent's time, seconds", 4),
    MICROSECONDS("Agent's time, microseconds", 4),
    PAYLOAD_TYPE("Payload type", 1),
    AGENT("Agent", 4),
    KEEP_ALIVE("Keep-alive", 2),
    KEY("Key", 0),
    PAYLOAD("Payload", 0),
    COMPRESSED_PAYLOAD("Compressed payload", 0),
    CORRELATION("Correlation", 0),
    VLAN("VLAN", 2),
    AGENT_NAME("Agent's name", 0);

    private static final HepChunk[] BY_TYPE = values();

    private final String title;
    private final int length;

    HepChunk(String title, int length) {
        this.title = title;
        this.length = length;
    }

    /// The first four bytes of a chunk are its vendor and its type; null when it is another's, or
    /// unknown.
    public static @Nullable HepChunk of(int vendorAndType) {
        return vendorAndType >= 1 && vendorAndType <= BY_TYPE.length
                ? BY_TYPE[vendorAndType - 1]
                : null;
    }

    /// Its number as vendor 0 writes it.
    @SuppressWarnings("EnumOrdinal") // the order is the numbering
    public int type() {
        return ordinal() + 1;
    }

    String title() {
        return title;
    }

    /// How long its value is, 0 for any length.
    public int length() {
        return length;
    }
}
