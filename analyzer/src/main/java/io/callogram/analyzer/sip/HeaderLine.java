package io.callogram.analyzer.sip;

import java.util.ArrayList;
import java.util.List;

/// One header line of a message, for people.
///
/// @param offset where it begins in the message
/// @param length bytes, with its continuation lines, without the last line end
/// @param valueOffset where its value begins in the message
/// @param written the name as written; empty when the line has none
/// @param name the long name (RFC 3261 §7.3.3)
/// @param value unfolded and trimmed, at most 8 KiB
public record HeaderLine(
        int offset, int length, int valueOffset, String written, String name, String value) {

    /// Bytes of the value behind those that `value` holds.
    public int cut() {
        return Math.max(0, offset + length - valueOffset - Lines.LONGEST);
    }

    static List<HeaderLine> of(byte[] bytes, int offset, Lines lines) {
        List<HeaderLine> list = new ArrayList<>(lines.count);
        Value value = new Value();
        for (int i = 0; i < lines.count; i++) {
            int at = lines.at[i];
            value.of(bytes, lines, i);
            String written = Ascii.text(bytes, at, lines.nameEnd[i]);
            list.add(
                    new HeaderLine(
                            at - offset,
                            lines.valueEnd[i] - at,
                            lines.valueAt[i] - offset,
                            written,
                            HeaderNames.canonical(written),
                            Ascii.text(value.bytes, value.from, value.to)));
        }
        return List.copyOf(list);
    }
}
