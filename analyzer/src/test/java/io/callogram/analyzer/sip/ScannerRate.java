package io.callogram.analyzer.sip;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.capture.packet.Payload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// Measures how many messages are scanned per second of processor time. Run by hand.
public final class ScannerRate {

    private static final int SCANS = 400_000;
    private static long kept;

    private ScannerRate() {}

    public static void main(String[] arguments) {
        int overlap = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        List<Payload> messages = TypicalCalls.messages(calls, overlap);
        long bytes = messages.stream().mapToLong(Payload::length).sum();
        System.out.println(
                messages.size() + " messages, " + bytes / messages.size() + " bytes each");
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        Scanner scanner = new Scanner();
        SdpScanner sessions = new SdpScanner();
        for (int round = 0; round < 12; round++) {
            boolean withSdp = round % 2 == 1;
            long start = processor.getCurrentThreadCpuTime();
            long problems = 0;
            for (int i = 0; i < SCANS; i++) {
                Payload payload = messages.get(i % messages.size());
                Sighting sighting = scanner.scan(payload, 0);
                if (sighting == null) {
                    throw new IllegalStateException("not SIP");
                }
                problems += sighting.problems();
                kept += sighting.callIdKey() ^ sighting.branch();
                if (withSdp && sessions.of(sighting, payload.bytes(), payload.offset()) != null) {
                    kept++;
                }
            }
            double seconds = (processor.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    "%s %.0f messages/s, %.0f MB/s, %d problems%n",
                    withSdp ? "with SDP " : "headers  ",
                    SCANS / seconds,
                    SCANS * (bytes / messages.size()) / seconds / 1e6,
                    problems);
        }
        System.out.println(kept);
    }
}
