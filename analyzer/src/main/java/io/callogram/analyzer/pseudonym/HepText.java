package io.callogram.analyzer.pseudonym;

import io.callogram.capture.decode.HepChunk;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Replaces what is somebody's in a HEP message: the addresses of the conversation, what the agent
/// says it belongs to, and the SIP that it carries. Keys, compressed payloads and the chunks of
/// vendors are cleared.
final class HepText {

    private static final int MAGIC = 0x4845_5033;
    private static final int HEADER = 6;

    private final byte[] bytes;
    private final Pseudonyms pseudonyms;
    private int blotted;

    HepText(byte[] bytes, Pseudonyms pseudonyms) {
        this.bytes = bytes;
        this.pseudonyms = pseudonyms;
    }

    int blotted() {
        return blotted;
    }

    static boolean begins(byte[] bytes, int at, int to) {
        return at + HEADER <= to
                && Bytes.i32(bytes, at) == MAGIC
                && Bytes.u16(bytes, at + 4) >= HEADER;
    }

    /// One message of version 3; where it ends.
    int version3(int from, int to) {
        int end = Math.min(to, from + Bytes.u16(bytes, from + 4));
        int at = from + HEADER;
        while (at + HEADER <= end) {
            int length = Bytes.u16(bytes, at + 4);
            int stop = Math.min(end, at + Math.max(HEADER, length));
            chunk(HepChunk.of(Bytes.i32(bytes, at)), at + HEADER, stop);
            at = stop;
        }
        Arrays.fill(bytes, Math.min(at, end), end, (byte) 0);
        return end;
    }

    private void chunk(@Nullable HepChunk chunk, int from, int to) {
        if (chunk == null) {
            clear(from, to);
            return;
        }
        switch (chunk) {
            case V4_SOURCE, V4_DESTINATION -> v4(from, to);
            case V6_SOURCE, V6_DESTINATION -> v6(from, to);
            case KEY -> Arrays.fill(bytes, from, to, (byte) 'x');
            case COMPRESSED_PAYLOAD -> clear(from, to);
            case CORRELATION, AGENT_NAME -> words(from, to);
            case PAYLOAD -> payload(from, to);
            case FAMILY,
                    PROTOCOL,
                    SOURCE_PORT,
                    DESTINATION_PORT,
                    SECONDS,
                    MICROSECONDS,
                    PAYLOAD_TYPE,
                    AGENT,
                    KEEP_ALIVE,
                    VLAN -> {
                // Nobody's.
            }
        }
    }

    /// A message of version 1 or 2: the addresses stand behind eight bytes.
    void version2(int from, int payload, int to) {
        boolean v6 = bytes[from + 1] == 40;
        if (v6) {
            v6(from + 8, from + 24);
            v6(from + 24, from + 40);
        } else {
            v4(from + 8, from + 12);
            v4(from + 12, from + 16);
        }
        payload(payload, to);
    }

    private void payload(int from, int to) {
        MessageRewrite inside = new MessageRewrite(bytes, pseudonyms);
        inside.replace(from, to, Transport.UDP);
        blotted += inside.blotted();
    }

    private void words(int from, int to) {
        Passage passage = new Passage(bytes, from, to);
        new Tokens(pseudonyms, passage).replace(0, passage.length(), true);
    }

    private void clear(int from, int to) {
        blotted++;
        Arrays.fill(bytes, from, to, (byte) 0);
    }

    private void v4(int from, int to) {
        if (from + 4 <= to) {
            Bytes.putI32(bytes, from, pseudonyms.hosts.v4(Bytes.i32(bytes, from)));
        }
    }

    private void v6(int from, int to) {
        if (from + 16 <= to) {
            IpAddress moved =
                    pseudonyms.hosts.v6(Bytes.i64(bytes, from), Bytes.i64(bytes, from + 8));
            Bytes.putI64(bytes, from, moved.high());
            Bytes.putI64(bytes, from + 8, moved.low());
        }
    }
}
