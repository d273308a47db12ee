package io.callogram.web.cli;

import java.io.Closeable;
import java.io.Console;
import java.util.Locale;

/// One line on a terminal that is drawn over and over; silent elsewhere.
final class StatusLine implements Closeable {
    private final boolean visible;
    private boolean shown;

    private StatusLine(boolean visible) {
        this.visible = visible;
    }

    @SuppressWarnings("SystemConsoleNull") // its declaration still allows null
    static StatusLine onTerminal() {
        Console console = System.console();
        return new StatusLine(console != null && console.isTerminal());
    }

    void show(long seconds, String text) {
        if (visible) {
            shown = true;
            System.err.print(String.format(Locale.ROOT, "\r%d s  %s\u001b[K", seconds, text));
            System.err.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }
}
