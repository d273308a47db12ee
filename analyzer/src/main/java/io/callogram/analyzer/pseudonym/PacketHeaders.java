package io.callogram.analyzer.pseudonym;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Layer;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.IpAddress;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Replaces the addresses in the headers of one packet, and brings its checksums up to date.
final class PacketHeaders {

    private static final int ADDRESS = 6;

    private final byte[] before;
    private final byte[] bytes;
    private final Decoded decoded;
    private final Hosts hosts;

    /// @param before the packet as it was
    /// @param bytes what becomes of it
    /// @param decoded of the packet as it was
    PacketHeaders(byte[] before, byte[] bytes, Decoded decoded, Hosts hosts) {
        this.before = before;
        this.bytes = bytes;
        this.decoded = decoded;
        this.hosts = hosts;
    }

    void replaceAddresses() {
        for (int i = 0; i < decoded.layers(); i++) {
            int at = decoded.layerStart(i);
            switch (decoded.layer(i)) {
                case ETHERNET -> {
                    hardware(at);
                    hardware(at + ADDRESS);
                }
                case LINUX_SLL -> hardware(at + 6);
                case LINUX_SLL2 -> hardware(at + 12);
                case WLAN -> wlan(at);
                case IPV4 -> v4(at);
                case IPV6 -> {
                    v6(at + 8);
                    v6(at + 24);
                }
                case IPV6_EXTENSION -> extension(i);
                case VLAN,
                        NULL_LOOPBACK,
                        RADIOTAP,
                        PPP,
                        PPPOE,
                        CISCO_HDLC,
                        MPLS,
                        RAW_IP,
                        AUTHENTICATION,
                        GRE,
                        UDP,
                        TCP,
                        SCTP,
                        VXLAN,
                        GTP_U,
                        HEP2,
                        HEP3,
                        PAYLOAD -> {
                    // Ports, numbers and flags: they stay.
                }
            }
        }
    }

    private void hardware(int at) {
        if (at + ADDRESS <= bytes.length) {
            byte[] address = Arrays.copyOfRange(before, at, at + ADDRESS);
            System.arraycopy(hosts.hardware(address), 0, bytes, at, ADDRESS);
        }
    }

    private void wlan(int at) {
        hardware(at + 4);
        hardware(at + 10);
        hardware(at + 16);
        if ((before[at + 1] & 3) == 3) {
            hardware(at + 24);
        }
    }

    /// Options may hold addresses, and are cleared.
    private void v4(int at) {
        Bytes.putI32(bytes, at + 12, hosts.v4(Bytes.i32(before, at + 12)));
        Bytes.putI32(bytes, at + 16, hosts.v4(Bytes.i32(before, at + 16)));
        int end = Math.min(bytes.length, at + ((before[at] & 15) << 2));
        Arrays.fill(bytes, Math.min(at + 20, end), end, (byte) 0);
    }

    private void v6(int at) {
        IpAddress moved = hosts.v6(Bytes.i64(before, at), Bytes.i64(before, at + 8));
        Bytes.putI64(bytes, at, moved.high());
        Bytes.putI64(bytes, at + 8, moved.low());
    }

    /// A fragment header says what it is; what others hold is cleared.
    private void extension(int layer) {
        int at = decoded.layerStart(layer);
        int behind =
                layer + 1 < decoded.layers() ? decoded.layerStart(layer + 1) : decoded.offset();
        if (behind - at > 8) {
            Arrays.fill(bytes, at + 8, Math.min(behind, bytes.length), (byte) 0);
        }
    }

    /// From the inside out, because outer ones are over inner ones too.
    void updateChecksums() {
        for (int i = decoded.layers() - 1; i >= 0; i--) {
            int at = decoded.layerStart(i);
            switch (decoded.layer(i)) {
                case IPV4 -> {
                    Checksum header = new Checksum();
                    header.changed(before, bytes, at, at + ((before[at] & 15) << 2));
                    header.update(bytes, at + 10);
                }
                case UDP -> transport(i).updateUdp(bytes, at + 6);
                case TCP -> transport(i).update(bytes, at + 16);
                case SCTP -> sctp(i);
                case ETHERNET,
                        LINUX_SLL,
                        LINUX_SLL2,
                        WLAN,
                        IPV6,
                        IPV6_EXTENSION,
                        VLAN,
                        NULL_LOOPBACK,
                        RADIOTAP,
                        PPP,
                        PPPOE,
                        CISCO_HDLC,
                        MPLS,
                        RAW_IP,
                        AUTHENTICATION,
                        GRE,
                        VXLAN,
                        GTP_U,
                        HEP2,
                        HEP3,
                        PAYLOAD -> {
                    // Without a checksum over what has changed.
                }
            }
        }
    }

    private Checksum transport(int layer) {
        Checksum sum = new Checksum();
        addresses(layer, sum);
        sum.changed(before, bytes, decoded.layerStart(layer), end(layer));
        return sum;
    }

    /// The addresses are part of the sum (RFC 768, RFC 8200 §8.1).
    void addresses(int layer, Checksum sum) {
        int ip = ip(layer);
        if (ip >= 0) {
            int at = decoded.layerStart(ip);
            boolean v4 = decoded.layer(ip) == Layer.IPV4;
            sum.changed(before, bytes, at + (v4 ? 12 : 8), at + (v4 ? 20 : 40));
        }
    }

    private int ip(int layer) {
        int ip = layer - 1;
        while (ip >= 0 && decoded.layer(ip) != Layer.IPV4 && decoded.layer(ip) != Layer.IPV6) {
            ip--;
        }
        return ip;
    }

    /// Where the packet of the network that carries the layer ends, as far as it was captured.
    int end(int layer) {
        int ip = ip(layer);
        if (ip < 0) {
            return bytes.length;
        }
        int at = decoded.layerStart(ip);
        boolean v4 = decoded.layer(ip) == Layer.IPV4;
        int length = v4 ? Bytes.u16(before, at + 2) : Bytes.u16(before, at + 4) + 40;
        boolean unknown = length == 0 || (!v4 && length == 40);
        return unknown ? bytes.length : Math.min(bytes.length, at + length);
    }

    /// RFC 9260 §6.8: a CRC cannot be brought up to date, so it has to have been right, and all of
    /// the packet there.
    private void sctp(int layer) {
        int at = decoded.layerStart(layer);
        int end = end(layer);
        if (crc(before, at, end) == Bytes.littleInt(before, at + 8)) {
            Bytes.putLittleInt(bytes, at + 8, crc(bytes, at, end));
        }
    }

    private static int crc(byte[] bytes, int at, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, at, 8);
        crc.update(new byte[4]);
        crc.update(bytes, at + 12, end - at - 12);
        return (int) crc.getValue();
    }
}
