package io.callogram.capture.hep;

import io.callogram.capture.packet.Bytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/// A received datagram as the raw IP packet that brought it, so that it can be kept among packets.
/// What the socket does not tell (time to live, identification) is zero or usual.
final class DatagramFrame {

    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;
    private static final int HOPS = 64;
    private static final int LARGEST = 65_535;

    private final byte[] bytes = new byte[V6_HEADER + UDP_HEADER + LARGEST];
    private int start;

    /// Room for the payload: it is received into these bytes at `payload()`.
    byte[] bytes() {
        return bytes;
    }

    static int payload() {
        return V6_HEADER + UDP_HEADER;
    }

    int start() {
        return start;
    }

    static boolean fits(InetSocketAddress from, int length) {
        int header = from.getAddress().getAddress().length == 4 ? V4_HEADER : 0;
        return header + UDP_HEADER + length <= LARGEST;
    }

    /// Writes the headers before the payload; the length of the whole frame.
    int wrap(InetSocketAddress from, InetSocketAddress to, int length) {
        byte[] source = from.getAddress().getAddress();
        byte[] destination = like(source, to.getAddress());
        boolean v4 = source.length == 4;
        int udp = payload() - UDP_HEADER;
        put16(udp, from.getPort());
        put16(udp + 2, to.getPort());
        put16(udp + 4, UDP_HEADER + length);
        put16(udp + 6, 0);
        start = udp - (v4 ? V4_HEADER : V6_HEADER);
        if (v4) {
            v4(source, destination, length);
        } else {
            v6(source, destination, length);
        }
        int sum = sum(udp, UDP_HEADER + length) + UDP + UDP_HEADER + length;
        sum += v4 ? sum(start + 12, 8) : sum(start + 8, 32);
        put16(udp + 6, checksum(sum));
        return udp - start + UDP_HEADER + length;
    }

    /// A socket that is bound to every address does not say to which one a datagram came.
    private static byte[] like(byte[] source, InetAddress bound) {
        byte[] address = bound.getAddress();
        return address.length == source.length ? address : new byte[source.length];
    }

    private void v4(byte[] source, byte[] destination, int length) {
        Arrays.fill(bytes, start, start + V4_HEADER, (byte) 0);
        bytes[start] = 0x45;
        put16(start + 2, V4_HEADER + UDP_HEADER + length);
        bytes[start + 8] = HOPS;
        bytes[start + 9] = UDP;
        System.arraycopy(source, 0, bytes, start + 12, 4);
        System.arraycopy(destination, 0, bytes, start + 16, 4);
        put16(start + 10, checksum(sum(start, V4_HEADER)));
    }

    private void v6(byte[] source, byte[] destination, int length) {
        Bytes.putI32(bytes, start, 0x6000_0000);
        put16(start + 4, UDP_HEADER + length);
        bytes[start + 6] = UDP;
        bytes[start + 7] = HOPS;
        System.arraycopy(source, 0, bytes, start + 8, 16);
        System.arraycopy(destination, 0, bytes, start + 24, 16);
    }

    /// RFC 1071: the sum of 16-bit words; at most 32,768 of them, so that an int holds it.
    private int sum(int from, int length) {
        int sum = 0;
        for (int i = from; i + 1 < from + length; i += 2) {
            sum += Bytes.u16(bytes, i);
        }
        return (length & 1) == 0 ? sum : sum + (Bytes.u8(bytes, from + length - 1) << 8);
    }

    private static int checksum(long sum) {
        long folded = (sum & 0xffff_ffffL) % 0xffff;
        int complement = (int) (~folded & 0xffff);
        return complement == 0 ? 0xffff : complement;
    }

    private void put16(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }
}
