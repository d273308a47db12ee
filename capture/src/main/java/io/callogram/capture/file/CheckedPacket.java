package io.callogram.capture.file;

import io.callogram.capture.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/// An enhanced packet block of which every bit is covered by a checksum: `epb_hash` (CRC32, over
/// the packet as the format demands) and, in `epb_packetid`, a running number with a CRC32 over all
/// else. Other programs read it as any packet block.
///
/// ```
/// 0            type, length, interface, time, captured, original   28 bytes
/// 28           the packet, then zeros up to a multiple of 4
/// e            epb_hash: code 3, length 5, 02, CRC32 of the packet, 3 zeros
/// e + 12       epb_packetid: code 5, length 8, number, CRC32 of [0, 28) and [e, e + 20)
/// e + 24       end of options; length again
/// ```
public final class CheckedPacket {

    /// What a section calls its writer when all of its packets are of this kind.
    public static final String APPLICATION = "Callogram log 1";

    /// The longest packet: its block stays within what every reader believes.
    public static final int LONGEST = RecordFormat.USUAL_RECORD - 64;

    private static final int HEADER = 28;
    private static final int TRAILER = 32;
    private static final int HASH = 5 << 16 | 3;
    private static final int PACKET_ID = 8 << 16 | 5;
    private static final byte CRC32_CODE = 2;
    private static final byte[] NAME = APPLICATION.getBytes(StandardCharsets.UTF_8);

    private CheckedPacket() {}

    /// Of a block with so many captured bytes.
    public static int length(int captured) {
        return HEADER + PcapngBuffer.padded(captured) + TRAILER;
    }

    /// Adds the checksums to a block that is complete but for them.
    static void sign(byte[] bytes, int at, int captured, int sequence) {
        int end = at + HEADER + PcapngBuffer.padded(captured);
        Bytes.putLittleInt(bytes, end, HASH);
        bytes[end + 4] = CRC32_CODE;
        // In network order, as other writers of this option have it.
        Bytes.putI32(bytes, end + 5, crc(bytes, at + HEADER, captured));
        Bytes.putLittleInt(bytes, end + 12, PACKET_ID);
        Bytes.putLittleInt(bytes, end + 16, sequence);
        Bytes.putLittleInt(bytes, end + 20, rest(bytes, at, end));
    }

    /// Gives the complete block at `at` another running number.
    public static void renumber(byte[] bytes, int at, int sequence) {
        int end = at + HEADER + PcapngBuffer.padded(Bytes.littleInt(bytes, at + 20));
        Bytes.putLittleInt(bytes, end + 16, sequence);
        Bytes.putLittleInt(bytes, end + 20, rest(bytes, at, end));
    }

    /// Length of the block that begins at `at` and ends at most at `to`; 0 unless every bit of it
    /// is as it was written.
    public static int intact(byte[] bytes, int at, int to) {
        int length = intactHeader(bytes, at, to);
        if (length == 0) {
            return 0;
        }
        int captured = Bytes.littleInt(bytes, at + 20);
        int packet = at + HEADER;
        int end = at + length - TRAILER;
        for (int i = packet + captured; i < end; i++) {
            if (bytes[i] != 0) {
                return 0;
            }
        }
        boolean intact =
                Bytes.i32(bytes, end + 5) == crc(bytes, packet, captured)
                        && Bytes.littleInt(bytes, end + 20) == rest(bytes, at, end);
        return intact ? length : 0;
    }

    /// Length of what looks like such a block, before its checksums are computed; 0 when it does
    /// not.
    private static int intactHeader(byte[] bytes, int at, int to) {
        if (to - at < length(0) || Bytes.littleInt(bytes, at) != PcapngFormat.ENHANCED_PACKET) {
            return 0;
        }
        int captured = Bytes.littleInt(bytes, at + 20);
        if (captured < 0 || captured > LONGEST) {
            return 0;
        }
        int length = length(captured);
        int end = at + length - TRAILER;
        boolean shaped =
                length <= to - at
                        && Bytes.littleInt(bytes, at + 4) == length
                        && Bytes.littleInt(bytes, at + length - 4) == length
                        && Bytes.littleInt(bytes, end) == HASH
                        && bytes[end + 4] == CRC32_CODE
                        && Bytes.littleInt(bytes, end + 12) == PACKET_ID
                        && Bytes.littleInt(bytes, end + 24) == 0;
        return shaped ? length : 0;
    }

    /// The running number of the block of that length at `at`, as it was given to the writer.
    public static int sequence(byte[] bytes, int at, int length) {
        return Bytes.littleInt(bytes, at + length - TRAILER + 16);
    }

    /// Capture time of the block at `at`, nanoseconds since 1970.
    public static long time(byte[] bytes, int at) {
        return Bytes.u32(bytes, at + 12, false) << 32 | Bytes.u32(bytes, at + 16, false);
    }

    /// Whether the section header at `at` says that all of its packets are of this kind.
    static boolean areIn(byte[] bytes, int at, int length) {
        int name = at + 28;
        return length >= 28 + NAME.length + 4
                && Bytes.littleInt(bytes, at + 8) == PcapngFormat.BYTE_ORDER
                && Arrays.equals(bytes, name, name + NAME.length, NAME, 0, NAME.length);
    }

    private static int crc(byte[] bytes, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }

    /// Over all that is neither packet nor implied by the form.
    private static int rest(byte[] bytes, int at, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at, HEADER);
        crc.update(bytes, end, 20);
        return (int) crc.getValue();
    }
}
