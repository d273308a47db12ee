package io.callogram.analyzer.sip;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Payload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// Measures how many messages are scanned per second of processor time, out of one block of bytes
/// as a capture gives them. Run by hand, with how many calls go on at a time.
public final class ScannerRate {

    private static final int CALLS = 20_000;
    private static long kept;

    private final Scanner scanner = new Scanner();
    private final SdpScanner sessions = new SdpScanner();
    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final Payload like;
    private final int[] lengths;
    private final byte[] block;

    private ScannerRate(int overlap) {
        List<Payload> messages = TypicalCalls.messages(CALLS, overlap);
        like = messages.getFirst();
        lengths = messages.stream().mapToInt(Payload::length).toArray();
        block = new byte[messages.stream().mapToInt(Payload::length).sum()];
        int at = 0;
        for (Payload message : messages) {
            System.arraycopy(message.bytes(), 0, block, at, message.length());
            at += message.length();
        }
    }

    public static void main(String[] arguments) {
        ScannerRate rate =
                new ScannerRate(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200);
        for (int round = 0; round < 8; round++) {
            System.out.printf("framed only    %8.0f messages/s%n", rate.of(0));
            System.out.printf("scanned        %8.0f messages/s%n", rate.of(1));
            System.out.printf("with sessions  %8.0f messages/s%n", rate.of(2));
        }
        System.out.println(kept);
    }

    private double of(int work) {
        long start = processor.getCurrentThreadCpuTime();
        int at = 0;
        for (int length : lengths) {
            Payload payload = payload(at, length);
            at += payload.length();
            kept += payload.hash();
            if (work > 0) {
                scan(payload, work > 1);
            }
        }
        return lengths.length / ((processor.getCurrentThreadCpuTime() - start) / 1e9);
    }

    /// As a decoder would give it: the hash reads all bytes.
    private Payload payload(int at, int length) {
        return new Payload(
                like.time(),
                like.source(),
                like.destination(),
                like.transport(),
                block,
                at,
                length,
                at,
                at,
                at,
                Hash64.of(block, at, length),
                false,
                false);
    }

    private void scan(Payload payload, boolean withSession) {
        Sighting sighting = scanner.scan(payload, 0);
        if (sighting == null || sighting.problems() > 0) {
            throw new IllegalStateException("A typical message was not read.");
        }
        kept += sighting.callIdKey() ^ sighting.branch();
        if (withSession && sessions.of(sighting, block, payload.offset()) != null) {
            kept++;
        }
    }
}
