package io.callogram.capture.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;

/// One interface while it is captured on.
final class OpenInterface {

    private static final int FOREVER = -1;
    private static final int MAX_DRAINS = 1 << 10;
    private static final int MAX_TRIES = 100;

    private final String name;
    private final PcapHandle handle;
    private final int link;
    private final long seenBefore;
    private long lastKernelDrops;
    private long lastInterfaceDrops;
    private long kernelDrops;
    private long interfaceDrops;

    OpenInterface(String name, PcapHandle handle) {
        this.name = name;
        this.handle = handle;
        link = handle.getDlt().value();
        seenBefore = seenBefore();
    }

    /// Reads until `end` is called, and what the ring then still holds.
    void read(ChildOutput out) throws CaptureRefused {
        try {
            try {
                handle.loop(FOREVER, (byte[] frame) -> take(frame, out));
            } catch (InterruptedException _) {
                // It was asked to end.
            }
            // What came last lies in a block that the kernel hands over when its time is over.
            Thread.sleep(2L * Libpcap.WAKE_EVERY);
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
            int left = 1;
            for (int i = 0; i < MAX_DRAINS && left > 0; i++) {
                left = handle.dispatch(FOREVER, (byte[] frame) -> take(frame, out));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException failed) {
            throw new CaptureRefused(
                    CaptureRefused.Cause.MACHINE,
                    "Capturing on %s failed: %s".formatted(name, Libpcap.text(failed)));
        }
    }

    private void take(byte[] frame, ChildOutput out) {
        Timestamp when = handle.getTimestamp();
        long time = Math.floorDiv(when.getTime(), 1_000L) * 1_000_000_000L + when.getNanos();
        try {
            out.frame(time, link, handle.getOriginalLength(), frame, frame.length);
        } catch (IOException _) {
            // The parent is gone. An exception would only be printed by the native side, for ever.
            Runtime.getRuntime().halt(1);
        }
    }

    void end() {
        try {
            handle.breakLoop();
        } catch (NotOpenException _) {
            // Then nothing loops.
        }
    }

    /// libpcap counts in 32 bits, since the interface was opened.
    synchronized void count() {
        try {
            PcapStat now = handle.getStats();
            kernelDrops += now.getNumPacketsDropped() - lastKernelDrops & 0xffff_ffffL;
            interfaceDrops += now.getNumPacketsDroppedByIf() - lastInterfaceDrops & 0xffff_ffffL;
            lastKernelDrops = now.getNumPacketsDropped();
            lastInterfaceDrops = now.getNumPacketsDroppedByIf();
        } catch (PcapNativeException | NotOpenException _) {
            // The counts stay as they were.
        }
    }

    long kernelDrops() {
        return kernelDrops;
    }

    long interfaceDrops() {
        return interfaceDrops;
    }

    /// What the interface's own counters stood at when the first frame came here, or -1. The ring
    /// has taken frames since it was opened, which must not count twice.
    long passedBefore() {
        return seenBefore;
    }

    /// Counts at one moment: no frame came while both were read.
    private long seenBefore() {
        long before = seen();
        for (int i = 0; i < MAX_TRIES && before >= 0; i++) {
            long taken = taken();
            long after = seen();
            if (after == before) {
                return before - taken;
            }
            before = after;
        }
        return before < 0 ? -1 : before - taken();
    }

    private long taken() {
        try {
            long taken = handle.getStats().getNumPacketsReceived() & 0xffff_ffffL;
            return isLoopback() ? taken / 2 : taken;
        } catch (PcapNativeException | NotOpenException _) {
            return 0;
        }
    }

    private boolean isLoopback() {
        return name.equals("lo");
    }

    /// Frames that passed the interface since it was opened, or -1.
    long onInterface() {
        return seenBefore < 0 ? -1 : seen() - seenBefore;
    }

    private long seen() {
        Path counts = Path.of("/sys/class/net", name, "statistics");
        try {
            long received = Long.parseLong(Files.readString(counts.resolve("rx_packets")).strip());
            long sent = Long.parseLong(Files.readString(counts.resolve("tx_packets")).strip());
            // What loops back is counted on both sides, and captured once.
            return isLoopback() ? received : received + sent;
        } catch (IOException | NumberFormatException _) {
            return -1;
        }
    }
}
