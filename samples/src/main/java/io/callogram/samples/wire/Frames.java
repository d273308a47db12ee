package io.callogram.samples.wire;

import java.io.IOException;

/// Puts payloads into Ethernet frames with true checksums, and the frames into a capture.
///
/// An IP packet above the MTU is fragmented, as a big INVITE over UDP is in every network that
/// carries video calls.
public final class Frames {
    private static final int MTU = 1500;
    private static final int ETHERNET = 14;
    private static final int UDP = 17;
    private static final int TCP = 6;

    private final CaptureFile capture;
    private final byte[] frame = new byte[ETHERNET + 80 + 65_535];
    private final byte[] datagram = new byte[65_535 + 64];
    private long packets;
    private long bytes;

    public Frames(CaptureFile capture) {
        this.capture = capture;
    }

    public long packets() {
        return packets;
    }

    public long bytes() {
        return bytes;
    }

    /// `id` is the IP identification: two captures of one packet share it.
    public void udp(long nanos, Endpoint from, Endpoint to, int id, byte[] payload, int length)
            throws IOException {
        Big.put16(datagram, 0, from.port());
        Big.put16(datagram, 2, to.port());
        Big.put16(datagram, 4, 8 + length);
        Big.put16(datagram, 6, 0);
        System.arraycopy(payload, 0, datagram, 8, length);
        int sum = Checksum.transport(from, to, UDP, datagram, 8 + length);
        Big.put16(datagram, 6, sum == 0 ? 0xffff : sum);
        ip(nanos, from, to, UDP, id, 8 + length);
    }

    /// One TCP segment; `flags` as in RFC 9293 §3.1. A SYN offers an MSS that fits the MTU.
    void tcp(
            long nanos,
            Endpoint from,
            Endpoint to,
            Segment segment,
            byte[] payload,
            int offset,
            int length)
            throws IOException {
        boolean syn = (segment.flags() & Segment.SYN) != 0;
        int header = syn ? 24 : 20;
        Big.put16(datagram, 0, from.port());
        Big.put16(datagram, 2, to.port());
        Big.put32(datagram, 4, segment.sequence());
        Big.put32(datagram, 8, segment.acknowledgment());
        datagram[12] = (byte) ((header / 4) << 4);
        datagram[13] = (byte) segment.flags();
        Big.put16(datagram, 14, 0xfaf0);
        Big.put32(datagram, 16, 0);
        if (syn) {
            Big.put16(datagram, 20, 0x0204);
            Big.put16(datagram, 22, 1440);
        }
        System.arraycopy(payload, offset, datagram, header, length);
        Big.put16(datagram, 16, Checksum.transport(from, to, TCP, datagram, header + length));
        ip(nanos, from, to, TCP, (segment.sequence() >>> 4) & 0xffff, header + length);
    }

    private void ip(long nanos, Endpoint from, Endpoint to, int protocol, int id, int length)
            throws IOException {
        int header = from.isV6() ? 40 : 20;
        if (header + length <= MTU) {
            piece(nanos, from, to, protocol, id, 0, length, Fragment.WHOLE);
            return;
        }
        // Fragment offsets count in units of eight bytes; IPv6 needs room for its fragment header.
        int room = (MTU - header - (from.isV6() ? 8 : 0)) & ~7;
        for (int at = 0; at < length; at += room) {
            int part = Math.min(room, length - at);
            piece(
                    nanos,
                    from,
                    to,
                    protocol,
                    id,
                    at,
                    part,
                    at + part < length ? Fragment.MORE : Fragment.LAST);
        }
    }

    private void piece(
            long nanos,
            Endpoint from,
            Endpoint to,
            int protocol,
            int id,
            int at,
            int part,
            Fragment fragment)
            throws IOException {
        mac(0, to);
        mac(6, from);
        Big.put16(frame, 12, from.isV6() ? 0x86dd : 0x0800);
        int end =
                from.isV6()
                        ? IpHeader.v6(frame, ETHERNET, from, to, protocol, id, at, part, fragment)
                        : IpHeader.v4(frame, ETHERNET, from, to, protocol, id, at, part, fragment);
        System.arraycopy(datagram, at, frame, end, part);
        end += part;
        while (end < 60) {
            frame[end++] = 0;
        }
        capture.frame(nanos, frame, end);
        packets++;
        bytes += end;
    }

    /// A locally administered MAC address made of the last bytes of the IP address.
    private void mac(int at, Endpoint of) {
        int size = of.isV6() ? 16 : 4;
        frame[at] = 2;
        frame[at + 1] = 0;
        for (int i = 0; i < 4; i++) {
            frame[at + 2 + i] = of.at(size - 4 + i);
        }
    }
}
