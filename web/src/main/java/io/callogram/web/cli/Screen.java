package io.callogram.web.cli;

import java.io.Closeable;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A terminal that is drawn anew from the top; what stood there before comes back at the end.
final class Screen implements Closeable {
    private static final int USUAL_HEIGHT = 24;
    private static final String ENTER = "\u001b[?1049h\u001b[?7l\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?7h\u001b[?1049l";

    private final PrintStream out;
    private int height = USUAL_HEIGHT;
    private int drawn;

    Screen(PrintStream out) {
        this.out = out;
        out.print(ENTER);
    }

    @SuppressWarnings("SystemConsoleNull") // its declaration still allows null
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Lines that fit.
    int height() {
        if (drawn++ % 8 == 0) {
            height = ask();
        }
        return height;
    }

    /// Java does not know how large the terminal is.
    private static int ask() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Math.max(4, Integer.parseInt(said.split(" ")[0].strip()));
        } catch (IOException | NumberFormatException _) {
            return USUAL_HEIGHT;
        }
    }

    void draw(List<String> lines) {
        StringBuilder all = new StringBuilder("\u001b[H");
        for (String line : lines) {
            all.append(line).append("\u001b[K\n");
        }
        // Without the last line end: the terminal would scroll.
        all.setLength(all.length() - 1);
        out.print(all.append("\u001b[J"));
        out.flush();
    }

    @Override
    public void close() {
        out.print(LEAVE);
        out.flush();
    }
}
