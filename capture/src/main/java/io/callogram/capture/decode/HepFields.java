package io.callogram.capture.decode;

import java.util.HexFormat;

/// What a HEP header says besides the conversation: who saw it, and when.
final class HepFields {

    /// More chunks are counted by nobody who reads them.
    private static final int MAX_SHOWN = 64;

    private HepFields() {}

    static void version2(HeaderText header) {
        header.decimal8("Version", 0);
        boolean v6 = header.u8(1) == 40;
        int behind = v6 ? 40 : 16;
        if (v6) {
            header.v6("Source", 8);
            header.v6("Destination", 24);
        } else {
            header.v4("Source", 8);
            header.v4("Destination", 12);
        }
        header.decimal16("Source port", 4);
        header.decimal16("Destination port", 6);
        // The agent writes these in its own byte order, which is nearly always the little-endian.
        header.littleDecimal32("Agent's time, seconds", behind);
        header.littleDecimal32("Agent's time, microseconds", behind + 4);
        header.littleDecimal16("Agent", behind + 8);
        header.time("Agent's time", header.little32(behind), header.little32(behind + 4));
    }

    static void version3(HeaderText header) {
        header.decimal16("Total length", 4);
        int at = Hep.HEADER;
        long seconds = -1;
        long microseconds = 0;
        for (int i = 0; i < MAX_SHOWN && header.u16(at + 4) >= Hep.CHUNK_HEADER; i++) {
            int length = header.u16(at + 4);
            chunk(header, at, length - Hep.CHUNK_HEADER);
            switch (HepChunk.of(header.u16(at) << 16 | header.u16(at + 2))) {
                case SECONDS -> seconds = header.u32(at + Hep.CHUNK_HEADER);
                case MICROSECONDS -> microseconds = header.u32(at + Hep.CHUNK_HEADER);
                case null, default -> {}
            }
            at += length;
        }
        header.time("Agent's time", seconds, microseconds);
    }

    private static void chunk(HeaderText header, int at, int length) {
        int value = at + Hep.CHUNK_HEADER;
        HepChunk chunk = HepChunk.of(header.u16(at) << 16 | header.u16(at + 2));
        if (chunk == null) {
            String name = "Chunk %d of vendor %d".formatted(header.u16(at + 2), header.u16(at));
            header.text(name, at, hex(header, value, length));
            return;
        }
        switch (chunk) {
            case FAMILY, PROTOCOL, PAYLOAD_TYPE -> header.decimal8(chunk.title(), value);
            case V4_SOURCE, V4_DESTINATION -> header.v4(chunk.title(), value);
            case V6_SOURCE, V6_DESTINATION -> header.v6(chunk.title(), value);
            case SOURCE_PORT, DESTINATION_PORT, KEEP_ALIVE, VLAN ->
                    header.decimal16(chunk.title(), value);
            case SECONDS, MICROSECONDS, AGENT -> header.decimal32(chunk.title(), value);
            // A secret: that it is there is all there is to say.
            case KEY -> header.text(chunk.title(), at, "present");
            case PAYLOAD, COMPRESSED_PAYLOAD -> header.text(chunk.title(), at, length + " bytes");
            case CORRELATION, AGENT_NAME -> header.words(chunk.title(), value, length);
        }
    }

    private static String hex(HeaderText header, int at, int length) {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(length, 32);
        for (int i = 0; i < shown; i++) {
            text.append(HexFormat.of().toHexDigits((byte) header.u8(at + i)));
        }
        return text.append(shown < length ? "… (" + length + " bytes)" : "").toString();
    }
}
