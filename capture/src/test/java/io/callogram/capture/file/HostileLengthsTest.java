package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.testing.FileBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lengths that make a reader look far ahead, over and over: it has to lose its patience.
final class HostileLengthsTest {

    private static final int SIZE = 80 << 20;

    @TempDir Path folder;

    private static byte[] repeated(byte[] head, byte[] pattern) {
        byte[] file = new byte[SIZE];
        System.arraycopy(head, 0, file, 0, head.length);
        for (int at = head.length; at + pattern.length <= SIZE; at += pattern.length) {
            System.arraycopy(pattern, 0, file, at, pattern.length);
        }
        return file;
    }

    private static FileBuilder builder() {
        return new FileBuilder(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsOnWithoutLookingAheadForEver() throws IOException {
        byte[] packet = new byte[60];
        byte[] lie = new byte[64];
        lie[0] = 6;
        lie[7] = 3;
        byte[] blocks = builder().block(5, new byte[8]).raw(lie).enhanced(0, 1, packet).bytes();
        byte[] records =
                builder()
                        .record(1_600_000_000, 1, packet)
                        .record(1_600_000_000, 2, packet)
                        .record(1_600_000_000, 2, 0x0300_0000, 0x0300_0000, new byte[0])
                        .bytes();
        byte[] head = builder().section().description(1, 0).bytes();
        byte[] pcap = builder().pcap(0xa1b2c3d4, 0, 1).bytes();
        for (byte[] file : List.of(repeated(head, blocks), repeated(pcap, records))) {
            Path path = Files.write(folder.resolve("hostile"), file);
            read(path);
        }
    }

    private void read(Path path) throws IOException {
        try (CaptureFile capture = CaptureFile.open(path, folder)) {
            long packets = 0;
            var source = capture.packets();
            for (var block = source.next(); block != null; block = source.next()) {
                packets += block.count();
            }
            assertThat(packets).isGreaterThan(100_000);
        }
    }
}
