package io.callogram.capture.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The child process: opens the interfaces, and writes what comes to its standard output until its
/// standard input ends, which it also does when the parent dies.
public final class CaptureChild {

    private static final int MOST_FLUSHES_EVERY = 10;
    private static final int STATISTICS_EVERY = 1_000;
    private static final int LONGEST_ENDING = 5_000;

    private final ChildOutput out;

    private CaptureChild(ChildOutput out) {
        this.out = out;
    }

    public static void main(String... none) throws IOException {
        ChildOutput out = new ChildOutput(new FileOutputStream(FileDescriptor.out));
        // Whatever a library prints must not stand among the records.
        System.setOut(System.err);
        // A terminal signals all its processes: what still stands in the ring is read before the
        // end.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(CaptureChild::linger));
        int status = 0;
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            if (in.available() == 0) {
                Libpcap.load();
            }
            new CaptureChild(out).serve(ChildRequest.read(in), in);
        } catch (CaptureRefused refused) {
            out.refused(refused);
            status = 1;
        } catch (EOFException _) {
            // A spare that was never asked.
            status = 0;
        }
        // A capture that waits for traffic may not wake up to end.
        Runtime.getRuntime().halt(status);
    }

    private static void linger() {
        try {
            Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(@Nullable LiveOptions options, DataInputStream in) throws IOException {
        if (options == null) {
            for (CaptureInterface each : Libpcap.interfaces()) {
                out.describe(each);
            }
            out.ready(-1);
        } else {
            capture(options, in);
        }
    }

    private void capture(LiveOptions options, DataInputStream in) throws IOException {
        List<OpenInterface> opened = new ArrayList<>();
        for (String name : Libpcap.existing(options)) {
            opened.add(Libpcap.open(name, options));
        }
        List<Thread> threads = new ArrayList<>();
        for (OpenInterface each : opened) {
            threads.add(Thread.ofPlatform().daemon().start(() -> read(each)));
        }
        out.ready(passedBefore(opened));
        Thread.ofPlatform().daemon().start(() -> report(opened));
        awaitEnd(in);
        opened.forEach(OpenInterface::end);
        long deadline = System.nanoTime() + LONGEST_ENDING * 1_000_000L;
        for (Thread thread : threads) {
            join(thread, deadline);
        }
        statistics(opened);
    }

    private static long passedBefore(List<OpenInterface> opened) {
        long sum = 0;
        for (OpenInterface each : opened) {
            if (each.passedBefore() < 0) {
                return -1;
            }
            sum += each.passedBefore();
        }
        return sum;
    }

    private void read(OpenInterface from) {
        try {
            from.read(out);
        } catch (CaptureRefused failed) {
            try {
                out.refused(failed);
            } catch (IOException _) {
                // Nobody is left to tell.
            }
            Runtime.getRuntime().halt(1);
        }
    }

    private static void awaitEnd(DataInputStream in) {
        try {
            int more = in.read();
            while (more >= 0) {
                more = in.read();
            }
        } catch (IOException _) {
            // As good as its end.
        }
    }

    private void report(List<OpenInterface> opened) {
        try {
            for (int since = 0; ; since += MOST_FLUSHES_EVERY) {
                Thread.sleep(MOST_FLUSHES_EVERY);
                if (since >= STATISTICS_EVERY) {
                    since = 0;
                    statistics(opened);
                } else {
                    out.flush();
                }
            }
        } catch (IOException _) {
            // The parent is gone.
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void statistics(List<OpenInterface> opened) throws IOException {
        long kernelDrops = 0;
        long interfaceDrops = 0;
        long seen = 0;
        for (OpenInterface each : opened) {
            each.count();
            kernelDrops += each.kernelDrops();
            interfaceDrops += each.interfaceDrops();
            long onInterface = each.onInterface();
            seen = seen < 0 || onInterface < 0 ? -1 : seen + onInterface;
        }
        out.statistics(kernelDrops, interfaceDrops, seen);
    }

    private static void join(Thread thread, long deadline) {
        long left = (deadline - System.nanoTime()) / 1_000_000L;
        if (left <= 0) {
            return;
        }
        try {
            thread.join(left);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
