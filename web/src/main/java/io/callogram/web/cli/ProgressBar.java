package io.callogram.web.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/// One line that is drawn over and over on a terminal: share, bytes, rate, time left. Silent when
/// standard error is not a terminal.
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 24;
    private static final long REDRAW = 100_000_000L;

    private final PrintStream out;
    private final boolean visible;
    private final String name;
    private final long began = System.nanoTime();
    private long drawn = began;
    private boolean started;

    ProgressBar(PrintStream out, boolean visible, String name) {
        this.out = out;
        this.visible = visible;
        this.name = name;
    }

    @SuppressWarnings("SystemConsoleNull") // its declaration still allows null
    static ProgressBar onTerminal(String name) {
        Console console = System.console();
        return new ProgressBar(System.err, console != null && console.isTerminal(), name);
    }

    /// @param size -1 when unknown
    void at(long done, long size, long messages) {
        long now = System.nanoTime();
        if (!visible || now - drawn < REDRAW) {
            return;
        }
        drawn = now;
        started = true;
        out.print("\r" + line(done, size, messages, (now - began) / 1e9) + "\u001b[K");
        out.flush();
    }

    String line(long done, long size, long messages, double seconds) {
        StringBuilder line = new StringBuilder(name).append("  ");
        if (size > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / size);
            line.append("█".repeat(filled)).append("░".repeat(WIDTH - filled));
            line.append(String.format(Locale.ROOT, " %3d %%  ", Math.min(100, 100 * done / size)));
        }
        line.append(bytes(done));
        line.append(
                String.format(
                        Locale.ROOT,
                        "  %,d messages/s",
                        (long) (messages / Math.max(seconds, 1e-3))));
        if (size > 0 && done > 0) {
            line.append(
                    String.format(Locale.ROOT, "  %.0f s left", seconds * (size - done) / done));
        }
        return line.toString();
    }

    private static String bytes(long count) {
        return count < 10_000_000
                ? String.format(Locale.ROOT, "%,d kB", count / 1000)
                : String.format(Locale.ROOT, "%,d MB", count / 1_000_000);
    }

    @Override
    public void close() {
        if (started) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
