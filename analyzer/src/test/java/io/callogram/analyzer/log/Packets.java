package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Packets that say which they are.
final class Packets {

    static final int ETHERNET = 1;
    private static final Duration LONG = Duration.ofSeconds(60);

    private Packets() {}

    static byte[] packet(long number) {
        String text = "packet " + number + " " + "x".repeat((int) (number * 37 % 300));
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Gives packets [from, to) to a recorder.
    static void record(Recorder recorder, long from, long to) {
        record(recorder, from, to, ETHERNET);
    }

    static void record(Recorder recorder, long from, long to, int link) {
        for (long number = from; number < to; number++) {
            byte[] bytes = packet(number);
            recorder.append(number, link, bytes.length, bytes, 0, bytes.length);
        }
    }

    /// The same, each group durable before the next begins.
    static void recordInGroups(Recorder recorder, long from, long to, int size)
            throws InterruptedException {
        long done = recorder.status().durable();
        for (long at = from; at < to; at += size) {
            long end = Math.min(to, at + size);
            record(recorder, at, end);
            done += end - at;
            if (!recorder.awaitDurable(done, LONG)) {
                throw new AssertionError("packet " + end + " does not become durable");
            }
        }
    }

    /// The numbers of the packets that one pass gives.
    static List<Long> read(CaptureFile capture) throws IOException {
        return read(capture, Integer.MAX_VALUE);
    }

    /// The same until there are so many, of a source that is still recorded.
    static List<Long> read(CaptureFile capture, int most) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (PacketSource packets = capture.packets()) {
            while (numbers.size() < most) {
                PacketBlock block = packets.next();
                if (block == null) {
                    break;
                }
                for (int i = 0; i < block.count(); i++) {
                    numbers.add(number(block, i));
                }
            }
        }
        return numbers;
    }

    private static long number(PacketBlock block, int i) {
        byte[] expected = packet(block.time()[i]);
        String text =
                new String(
                        block.bytes(),
                        block.start()[i],
                        block.captured()[i],
                        StandardCharsets.US_ASCII);
        if (!text.equals(new String(expected, StandardCharsets.US_ASCII))) {
            throw new AssertionError("packet " + block.time()[i] + " reads " + text);
        }
        return block.time()[i];
    }

    static List<Long> numbers(long from, long to) {
        List<Long> numbers = new ArrayList<>();
        for (long number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
