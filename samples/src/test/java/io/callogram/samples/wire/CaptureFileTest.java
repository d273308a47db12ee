package io.callogram.samples.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.CaptureReader;
import io.callogram.samples.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFileTest {
    @Test
    void writesPcapngBlocksThatEndAsTheyBegin() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngFile file = new PcapngFile(out)) {
            file.frame(1_767_600_000_123_456_789L, new byte[] {1, 2, 3, 4, 5}, 5);
            file.frame(1_767_600_000_123_456_790L, new byte[8], 8);
        }
        ByteBuffer blocks = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int[] types = {0x0a0d0d0a, 1, 6, 6};
        for (int type : types) {
            int start = blocks.position();
            assertThat(blocks.getInt(start)).isEqualTo(type);
            int length = blocks.getInt(start + 4);
            assertThat(length % 4).isZero();
            assertThat(blocks.getInt(start + length - 4)).isEqualTo(length);
            blocks.position(start + length);
        }
        assertThat(blocks.hasRemaining()).isFalse();
        int packet = 28 + 32;
        long time =
                ((long) blocks.getInt(packet + 12) << 32)
                        | (blocks.getInt(packet + 16) & 0xffff_ffffL);
        assertThat(time).isEqualTo(1_767_600_000_123_456_789L);
        assertThat(blocks.getInt(packet + 20)).isEqualTo(5);
        assertThat(blocks.get(packet + 28 + 4)).isEqualTo((byte) 5);
    }

    /// Around the sizes at which a packet is cut into one fragment more.
    @ParameterizedTest
    @CsvSource({
        "10.0.0.9:5060, 10.0.0.1:5060, 1472, 1", "10.0.0.9:5060, 10.0.0.1:5060, 1473, 2",
        "10.0.0.9:5060, 10.0.0.1:5060, 2952, 2", "10.0.0.9:5060, 10.0.0.1:5060, 2953, 3",
        "[2001:db8::9]:5060, [2001:db8::1]:5060, 1452, 1",
                "[2001:db8::9]:5060, [2001:db8::1]:5060, 1453, 2",
        "[2001:db8::9]:5060, [2001:db8::1]:5060, 5000, 4", "10.0.0.9:5060, 10.0.0.1:5060, 1201, 1"
    })
    void cutsBigDatagramsIntoFragments(String from, String to, int size, int packets)
            throws IOException {
        byte[] message = message(size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapFile file = new PcapFile(out)) {
            Frames frames = new Frames(file);
            frames.udp(
                    7, Endpoint.parse(from), Endpoint.parse(to), 0xffff, message, message.length);
            assertThat(frames.packets()).isEqualTo(packets);
        }
        CaptureReader capture = CaptureReader.read(out.toByteArray());
        assertThat(capture.packets()).isEqualTo(packets);
        Seen seen = capture.messages().get(0);
        assertThat(seen.startLine()).isEqualTo("OPTIONS sip:a SIP/2.0");
        assertThat(seen.header("subject-line")).hasSize(size - 40);
    }

    /// 40 bytes without the value of its one header.
    private static byte[] message(int size) {
        String text = "OPTIONS sip:a SIP/2.0\r\nSubject-Line:" + "y".repeat(size - 40) + "\r\n\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
