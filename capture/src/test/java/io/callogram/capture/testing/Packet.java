package io.callogram.capture.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A packet built from the inside out: each call wraps what is there in one more header.
@SuppressWarnings("ByteBufferBackingArray") // all are wrapped arrays
public final class Packet {

    private final byte[] bytes;
    private final int protocol;
    private final int etherType;

    private Packet(byte[] bytes, int protocol, int etherType) {
        this.bytes = bytes;
        this.protocol = protocol;
        this.etherType = etherType;
    }

    public static Packet of(byte[] payload) {
        return new Packet(payload, 253, 0x88b5);
    }

    public static Packet of(String payload) {
        return of(payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Already an IP payload of this protocol, for instance a fragment.
    public static Packet of(byte[] payload, int protocol) {
        return new Packet(payload, protocol, 0x88b5);
    }

    public byte[] bytes() {
        return bytes;
    }

    private Packet wrap(ByteBuffer header, int asProtocol, int asEtherType) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header.array(), 0, header.position());
        out.write(bytes, 0, bytes.length);
        return new Packet(out.toByteArray(), asProtocol, asEtherType);
    }

    private static ByteBuffer header(int room) {
        return ByteBuffer.wrap(new byte[room]);
    }

    private static void skip(ByteBuffer header, int count) {
        header.position(header.position() + count);
    }

    public Packet udp(int source, int destination) {
        ByteBuffer header = header(8).putShort((short) source).putShort((short) destination);
        return wrap(header.putShort((short) (8 + bytes.length)).putShort((short) 0), 17, 0);
    }

    public Packet tcp(int source, int destination, int sequence, int flags) {
        return tcp(source, destination, sequence, 0, flags);
    }

    public Packet tcp(int source, int destination, int sequence, int acknowledgement, int flags) {
        ByteBuffer header = header(24).putShort((short) source).putShort((short) destination);
        header.putInt(sequence).putInt(acknowledgement).put((byte) 0x60).put((byte) flags);
        skip(header, 10);
        return wrap(header, 6, 0);
    }

    public Packet sctpData(int tsn, int flags, int ppid) {
        ByteBuffer header = header(16).put((byte) 0).put((byte) flags);
        header.putShort((short) (16 + bytes.length)).putInt(tsn).putInt(0x0001_0000).putInt(ppid);
        ByteBuffer padded = ByteBuffer.wrap(new byte[(bytes.length + 3) & ~3]).put(bytes);
        return new Packet(padded.array(), 0, 0).wrap(header, 0, 0);
    }

    public Packet then(Packet next) {
        ByteBuffer both = ByteBuffer.wrap(new byte[bytes.length + next.bytes.length]);
        return new Packet(both.put(bytes).put(next.bytes).array(), 0, 0);
    }

    public Packet sctp(int source, int destination) {
        ByteBuffer header = header(12).putShort((short) source).putShort((short) destination);
        skip(header, 8);
        return wrap(header, 132, 0);
    }

    public Packet ipv4(String source, String destination) {
        return ipv4(source, destination, 0, 0);
    }

    /// `fragment` is the 16-bit word of flags and offset.
    public Packet ipv4(String source, String destination, int id, int fragment) {
        return ipv4(source, destination, id, fragment, 0);
    }

    public Packet ipv4(String source, String destination, int id, int fragment, int options) {
        ByteBuffer header = header(20 + options * 4).put((byte) (0x45 + options)).put((byte) 0);
        header.putShort((short) (20 + options * 4 + bytes.length)).putShort((short) id);
        header.putShort((short) fragment).put((byte) 64).put((byte) protocol).putShort((short) 0);
        header.put(v4(source)).put(v4(destination));
        skip(header, options * 4);
        return wrap(header, 4, 0x0800);
    }

    public Packet ipv6(int source, int destination) {
        ByteBuffer header = header(40).putInt(0x6000_0000).putShort((short) bytes.length);
        header.put((byte) protocol).put((byte) 64);
        header.putLong(0x2001_0db8_0000_0000L).putLong(source);
        header.putLong(0x2001_0db8_0000_0000L).putLong(destination);
        return wrap(header, 41, 0x86dd);
    }

    /// An 8-byte extension header of the given type before what is there.
    public Packet extension(int type) {
        ByteBuffer header = header(8).put((byte) protocol);
        skip(header, 7);
        return wrap(header, type, 0);
    }

    /// `word` is offset and flags of an IPv6 fragment header.
    public Packet fragment6(int id, int word) {
        ByteBuffer header = header(8).put((byte) protocol).put((byte) 0).putShort((short) word);
        return wrap(header.putInt(id), 44, 0);
    }

    public Packet gre() {
        ByteBuffer header = header(4).putShort((short) 0);
        return wrap(header.putShort((short) (etherType == 0 ? 0x6558 : etherType)), 47, 0);
    }

    public Packet greWithKeyAndSequence() {
        ByteBuffer header = header(12).putShort((short) 0x3000).putShort((short) etherType);
        return wrap(header.putLong(7), 47, 0);
    }

    public Packet vxlan() {
        return wrap(header(8).put((byte) 8).putInt(0).put((byte) 0).putShort((short) 0), 0, 0);
    }

    public Packet gtp() {
        ByteBuffer header = header(8).put((byte) 0x30).put((byte) 255);
        return wrap(header.putShort((short) bytes.length).putInt(99), 0, 0);
    }

    /// With a sequence number and one extension header.
    public Packet gtpExtended() {
        ByteBuffer header = header(16).put((byte) 0x36).put((byte) 255);
        header.putShort((short) (bytes.length + 8)).putInt(99);
        header.putShort((short) 1).put((byte) 0).put((byte) 0x85);
        return wrap(header.put((byte) 1).putShort((short) 0).put((byte) 0), 0, 0);
    }

    public Packet mpls(int... labels) {
        ByteBuffer header = header(labels.length * 4);
        for (int i = 0; i < labels.length; i++) {
            header.putInt(labels[i] << 12 | (i == labels.length - 1 ? 0x100 : 0) | 64);
        }
        return wrap(header, 137, 0x8847);
    }

    public Packet ppp() {
        return wrap(header(2).putShort((short) (etherType == 0x86dd ? 0x57 : 0x21)), 0, 0x880b);
    }

    public Packet pppoe() {
        ByteBuffer header = header(8).putShort((short) 0x1100).putShort((short) 5);
        header.putShort((short) (bytes.length + 2));
        return wrap(header.putShort((short) 0x21), 0, 0x8864);
    }

    public Packet vlan(int type) {
        return wrap(header(4).putShort((short) 42).putShort((short) etherType), 0, type);
    }

    public Packet ethernet() {
        ByteBuffer header = header(14);
        skip(header, 12);
        return wrap(header.putShort((short) etherType), 0, 0);
    }

    public Packet sll() {
        ByteBuffer header = header(16);
        skip(header, 14);
        return wrap(header.putShort((short) etherType), 0, 0);
    }

    public Packet sll2() {
        ByteBuffer header = header(20).putShort((short) etherType);
        skip(header, 18);
        return wrap(header, 0, 0);
    }

    /// Any bytes in front.
    public Packet behind(int... front) {
        ByteBuffer header = header(front.length);
        for (int b : front) {
            header.put((byte) b);
        }
        return wrap(header, protocol, etherType);
    }

    public Packet snap() {
        return behind(0xaa, 0xaa, 3, 0, 0, 0, etherType >> 8, etherType & 255);
    }

    private static byte[] v4(String dotted) {
        byte[] address = new byte[4];
        int i = 0;
        int value = 0;
        for (char c : (dotted + ".").toCharArray()) {
            if (c == '.') {
                address[i++] = (byte) value;
                value = 0;
            } else {
                value = value * 10 + c - '0';
            }
        }
        return address;
    }
}
