package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.IpAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Writes the fields of one header as text; a field that was not captured is left out.
final class HeaderText {

    private static final HexFormat MAC = HexFormat.ofDelimiter(":");

    private static final int MAX_WORDS = 128;

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final List<Layers.Field> fields;

    HeaderText(byte[] bytes, int start, int length, List<Layers.Field> fields) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.fields = fields;
    }

    private boolean has(int offset, int size) {
        return offset + size <= length;
    }

    int u8(int offset) {
        return has(offset, 1) ? Bytes.u8(bytes, start + offset) : 0;
    }

    int u16(int offset) {
        return has(offset, 2) ? Bytes.u16(bytes, start + offset) : 0;
    }

    /// -1 when it was not captured.
    long u32(int offset) {
        return has(offset, 4) ? Bytes.u32(bytes, start + offset) : -1;
    }

    long little32(int offset) {
        return has(offset, 4) ? Bytes.u32(bytes, start + offset, false) : -1;
    }

    /// The time that two fields make, to be read beside ours.
    void time(String name, long seconds, long microseconds) {
        if (seconds >= 0 && microseconds >= 0 && microseconds < 1_000_000) {
            text(name, 0, Instant.ofEpochSecond(seconds, microseconds * 1_000).toString());
        }
    }

    void text(String name, int offset, String value) {
        if (has(offset, 1)) {
            fields.add(new Layers.Field(name, value));
        }
    }

    void decimal8(String name, int offset) {
        text(name, offset, Integer.toString(u8(offset)));
    }

    void decimal16(String name, int offset) {
        text(name, offset, Integer.toString(u16(offset)));
    }

    void decimal32(String name, int offset) {
        if (has(offset, 4)) {
            text(name, offset, Long.toString(Bytes.u32(bytes, start + offset)));
        }
    }

    void littleDecimal16(String name, int offset) {
        if (has(offset, 2)) {
            text(name, offset, Integer.toString(Bytes.u16(bytes, start + offset, false)));
        }
    }

    void littleDecimal32(String name, int offset) {
        if (has(offset, 4)) {
            text(name, offset, Long.toString(Bytes.u32(bytes, start + offset, false)));
        }
    }

    /// What somebody else wrote, without what steers a terminal.
    void words(String name, int offset, int count) {
        int there = Math.clamp(length - offset, 0, Math.min(count, MAX_WORDS));
        if (there > 0) {
            String text = new String(bytes, start + offset, there, StandardCharsets.UTF_8);
            StringBuilder shown = new StringBuilder();
            text.codePoints()
                    .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '.' : c)
                    .forEach(shown::appendCodePoint);
            text(name, offset, shown.toString());
        }
    }

    void hex16(String name, int offset) {
        text(name, offset, "0x" + HexFormat.of().toHexDigits((short) u16(offset)));
    }

    void hex32(String name, int offset) {
        if (has(offset, 4)) {
            int value = Bytes.i32(bytes, start + offset);
            text(name, offset, "0x" + HexFormat.of().toHexDigits(value));
        }
    }

    void mac(String name, int offset) {
        if (has(offset, 6)) {
            text(name, offset, MAC.formatHex(bytes, start + offset, start + offset + 6));
        }
    }

    void v4(String name, int offset) {
        if (has(offset, 4)) {
            int bits = Bytes.i32(bytes, start + offset);
            text(name, offset, IpAddress.v4(bits).toString());
        }
    }

    void v6(String name, int offset) {
        if (has(offset, 16)) {
            long high = Bytes.i64(bytes, start + offset);
            long low = Bytes.i64(bytes, start + offset + 8);
            text(name, offset, IpAddress.v6(high, low).toString());
        }
    }
}
