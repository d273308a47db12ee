package io.callogram.capture.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// HEP messages built by hand.
public final class Hep3 {

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    /// Between 10.1.1.1:5060 and 10.2.2.2:5062 over the given protocol.
    public static Hep3 v4(int protocol) {
        return new Hep3()
                .chunk(0, 1, 2)
                .chunk(0, 2, protocol)
                .chunk(0, 3, 10, 1, 1, 1)
                .chunk(0, 4, 10, 2, 2, 2)
                .ports()
                .chunk(0, 9, 0, 0, 0, 77)
                .chunk(0, 10, 0, 0, 0, 5)
                .chunk(0, 12, 0, 0, 3, 233);
    }

    public static Hep3 v6() {
        return new Hep3()
                .chunk(0, 1, 10)
                .chunk(0, 2, 17)
                .chunk(0, 5, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
                .chunk(0, 6, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)
                .ports();
    }

    private Hep3 ports() {
        return chunk(0, 7, 5060 >> 8, 5060 & 255).chunk(0, 8, 5062 >> 8, 5062 & 255);
    }

    public Hep3 chunk(int vendor, int type, int... value) {
        byte[] bytes = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return chunk(vendor, type, bytes);
    }

    public Hep3 chunk(int vendor, int type, byte[] value) {
        return lying(vendor, type, value.length + 6, value);
    }

    public Hep3 text(int type, String value) {
        return chunk(0, type, value.getBytes(StandardCharsets.UTF_8));
    }

    /// A chunk that says it is `length` bytes long.
    public Hep3 lying(int vendor, int type, int length, byte[] value) {
        ByteBuffer header = ByteBuffer.allocate(6).putShort((short) vendor).putShort((short) type);
        chunks.writeBytes(header.putShort((short) length).array());
        chunks.writeBytes(value);
        return this;
    }

    public byte[] bytes() {
        return bytes(chunks.size() + 6);
    }

    /// A message that says it is `total` bytes long.
    public byte[] bytes(int total) {
        ByteBuffer all =
                ByteBuffer.allocate(6 + chunks.size())
                        .put("HEP3".getBytes(StandardCharsets.US_ASCII));
        return all.putShort((short) total).put(chunks.toByteArray()).array();
    }

    /// The same conversation in version 2, over UDP.
    public static byte[] version2(byte[] payload) {
        ByteBuffer all = ByteBuffer.allocate(28 + payload.length);
        all.put((byte) 2).put((byte) 16).put((byte) 2).put((byte) 17);
        all.putShort((short) 5060).putShort((short) 5062);
        all.put(new byte[] {10, 1, 1, 1, 10, 2, 2, 2});
        all.putInt(Integer.reverseBytes(77)).putInt(Integer.reverseBytes(5)).putInt(0xe903_0000);
        return all.put(payload).array();
    }
}
