package io.callogram.capture.hep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Datagrams that a UDP socket had no room for, as Linux lists them.
final class SocketDrops {

    private final Path table;
    private final String port;
    private long last;

    SocketDrops(boolean v4, int port) {
        table = Path.of(v4 ? "/proc/net/udp" : "/proc/net/udp6");
        this.port = String.format(Locale.ROOT, ":%04X", port);
    }

    /// So far; the last count once the socket is closed, and 0 where nobody counts.
    synchronized long count() {
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                String[] words = line.strip().split("\\s+");
                if (words.length > 12 && words[1].endsWith(port)) {
                    last = Math.max(last, Long.parseLong(words[words.length - 1]));
                }
            }
        } catch (IOException | NumberFormatException _) {
            // The last count holds.
        }
        return last;
    }
}
