package io.callogram.capture.file;

import io.callogram.capture.packet.Bytes;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The formats, told apart by their first bytes and never by a name.
public enum CaptureFormat {
    PCAP,
    PCAPNG,
    ERF;

    /// Enough to see a chain of ERF records.
    static final int HEAD = 1 << 16;

    static CaptureFormat recognise(byte[] head, int length) throws NotACapture {
        if (length == 0) {
            throw new NotACapture("The file is empty: there is nothing to read.");
        }
        if (PcapngFormat.recognises(head, length)) {
            return PCAPNG;
        }
        if (PcapFormat.recognises(head, length)) {
            return PCAP;
        }
        if (ErfFormat.recognises(head, length)) {
            return ERF;
        }
        throw new NotACapture(sentence(head, length));
    }

    static boolean isGzip(byte[] head, int length) {
        return length >= 2 && Bytes.u16(head, 0) == 0x1f8b;
    }

    private static String sentence(byte[] head, int length) {
        if (length < 24 && startsLikeCapture(head, length)) {
            return "The file ends inside its own header after %d bytes: no packet can be read."
                    .formatted(length);
        }
        int shown = Math.min(8, length);
        String known = guess(head, length);
        return "This is not a capture that can be read (pcap, pcapng, ERF, or one of these in gzip): it begins with %s%s."
                .formatted(
                        HexFormat.ofDelimiter(" ").formatHex(head, 0, shown),
                        known == null ? "" : ", like " + known);
    }

    private static boolean startsLikeCapture(byte[] head, int length) {
        return length >= 4
                && (PcapFormat.isMagic(Bytes.i32(head, 0))
                        || PcapFormat.isMagic(Bytes.littleInt(head, 0))
                        || Bytes.i32(head, 0) == PcapngFormat.SECTION);
    }

    private static @Nullable String guess(byte[] head, int length) {
        if (length < 4) {
            return null;
        }
        return switch (Bytes.i32(head, 0)) {
            case 0x504b_0304 -> "a ZIP archive: unpack it first";
            case 0x28b5_2ffd -> "a Zstandard file: unpack it first";
            case 0xfd37_7a58 -> "an xz file: unpack it first";
            case 0x377a_bcaf -> "a 7z archive: unpack it first";
            case 0x2550_4446 -> "a PDF";
            case 0x8950_4e47 -> "a PNG picture";
            case 0x7f45_4c46 -> "a program";
            case 0x736e_6f6f -> "a snoop capture: save it as pcapng first";
            case 0x474d_4255 -> "a Network Monitor capture: save it as pcapng first";
            default ->
                    Bytes.u16(head, 0) == 0x425a
                            ? "a bzip2 file: unpack it first"
                            : text(head, length);
        };
    }

    private static @Nullable String text(byte[] head, int length) {
        int shown = Math.min(40, length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < shown && head[i] != '\n' && head[i] != '\r'; i++) {
            if (head[i] < ' ' && head[i] != '\t') {
                return null;
            }
            line.append((char) head[i]);
        }
        return line.isEmpty() ? null : String.format(Locale.ROOT, "the text \"%s\"", line);
    }
}
