package io.callogram.capture.hep;

import io.callogram.capture.decode.HepChunk;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes payloads as HEP version 3. One thread.
final class HepWriter {

    private static final int INET = 2;
    private static final int INET6 = 10;
    private static final int SIP = 1;
    private static final int AGENT = 1;
    private static final byte[] NAME = "callogram".getBytes(StandardCharsets.US_ASCII);

    private final byte @Nullable [] key;
    private byte[] bytes = new byte[1 << 11];
    private int end;

    HepWriter(byte @Nullable [] key) {
        this.key = key;
    }

    /// The message's length; it stands at the beginning of `bytes()`. 0 when it would be too large.
    int write(Payload payload) {
        end = 0;
        Bytes.putI32(room(HepMessages.HEADER), 0, HepMessages.MAGIC);
        end = HepMessages.HEADER;
        boolean v6 = payload.source().address().v6();
        chunk(HepChunk.FAMILY, v6 ? INET6 : INET, 1);
        chunk(HepChunk.PROTOCOL, protocol(payload.transport()), 1);
        address(v6 ? HepChunk.V6_SOURCE : HepChunk.V4_SOURCE, payload.source().address());
        address(
                v6 ? HepChunk.V6_DESTINATION : HepChunk.V4_DESTINATION,
                payload.destination().address());
        chunk(HepChunk.SOURCE_PORT, payload.source().port(), 2);
        chunk(HepChunk.DESTINATION_PORT, payload.destination().port(), 2);
        chunk(HepChunk.SECONDS, (int) Math.floorDiv(payload.time(), 1_000_000_000L), 4);
        long nanoseconds = Math.floorMod(payload.time(), 1_000_000_000L);
        chunk(HepChunk.MICROSECONDS, (int) (nanoseconds / 1_000), 4);
        chunk(HepChunk.PAYLOAD_TYPE, SIP, 1);
        chunk(HepChunk.AGENT, AGENT, 4);
        chunk(HepChunk.AGENT_NAME, NAME, 0, NAME.length);
        if (key != null) {
            chunk(HepChunk.KEY, key, 0, key.length);
        }
        chunk(HepChunk.PAYLOAD, payload.bytes(), payload.offset(), payload.length());
        if (end > HepMessages.LARGEST) {
            return 0;
        }
        bytes[4] = (byte) (end >> 8);
        bytes[5] = (byte) end;
        return end;
    }

    byte[] bytes() {
        return bytes;
    }

    private static int protocol(Transport transport) {
        return switch (transport) {
            case UDP -> 17;
            case TCP, WS -> 6;
            case SCTP -> 132;
        };
    }

    private void address(HepChunk chunk, IpAddress address) {
        if (!address.v6()) {
            chunk(chunk, (int) address.low(), 4);
            return;
        }
        byte[] value = new byte[16];
        Bytes.putI64(value, 0, address.high());
        Bytes.putI64(value, 8, address.low());
        chunk(chunk, value, 0, value.length);
    }

    private void chunk(HepChunk chunk, int value, int length) {
        byte[] four = new byte[4];
        Bytes.putI32(four, 0, value);
        chunk(chunk, four, 4 - length, length);
    }

    private void chunk(HepChunk chunk, byte[] value, int offset, int length) {
        byte[] to = room(HepMessages.HEADER + length);
        Bytes.putI32(to, end, chunk.type());
        int whole = HepMessages.HEADER + length;
        to[end + 4] = (byte) (whole >> 8);
        to[end + 5] = (byte) whole;
        System.arraycopy(value, offset, to, end + HepMessages.HEADER, length);
        end += whole;
    }

    private byte[] room(int more) {
        if (end + more > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(end + more, bytes.length * 2));
        }
        return bytes;
    }
}
