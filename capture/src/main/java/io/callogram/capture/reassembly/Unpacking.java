package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Unpacks the payload of one datagram: zlib (RFC 1950) or gzip (RFC 1952), at most as much as a
/// datagram may hold.
final class Unpacking {

    static final int MAX_UNPACKED = 65_535;

    private Unpacking() {}

    /// The payload of `packet` unpacked, which `packet` then describes; as far as it goes when it
    /// is damaged or cut. Empty when nothing can be made of it.
    static byte[] of(Decoded packet) {
        byte[] whole = new byte[MAX_UNPACKED];
        int length = 0;
        boolean ended = false;
        try (InputStream in = stream(packet.bytes(), packet.offset(), packet.length())) {
            int got = in.read(whole, 0, whole.length);
            while (got > 0) {
                length += got;
                got = in.read(whole, length, whole.length - length);
            }
            ended = got < 0;
        } catch (IOException _) {
            // What came before the damage is still good.
        }
        byte[] unpacked = Arrays.copyOf(whole, length);
        packet.unpacked(unpacked, ended);
        return unpacked;
    }

    private static InputStream stream(byte[] bytes, int offset, int length) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes, offset, length);
        boolean gzip = length > 1 && bytes[offset] == 0x1f && (bytes[offset + 1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(in) : new InflaterInputStream(in);
    }
}
