package io.callogram.samples.generator;

import io.callogram.samples.script.Entry;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The truth as JSON lines, one entry a line, in the order in which scenes begin.
final class TruthFile implements Closeable {
    private final BufferedWriter out;

    TruthFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    void write(Entry entry) throws IOException {
        StringBuilder line = new StringBuilder(300);
        line.append("{\"callIds\":");
        strings(line, entry.callIds());
        field(line, "kind", entry.kind());
        field(line, "caller", entry.caller());
        field(line, "callee", entry.callee());
        long start = entry.start();
        field(
                line,
                "start",
                Instant.ofEpochSecond(start / 1_000_000_000L, start % 1_000_000_000L).toString());
        field(line, "outcome", entry.outcome());
        field(line, "outcomeClass", entry.outcomeClass());
        field(line, "headline", entry.headline());
        line.append(",\"flows\":");
        strings(line, entry.flows());
        field(line, "endedBy", entry.endedBy());
        line.append(",\"messages\":").append(entry.messages());
        line.append(",\"legs\":").append(entry.legs()).append("}\n");
        out.append(line);
    }

    private static void strings(StringBuilder line, Set<String> values) {
        char before = '[';
        for (String value : values) {
            line.append(before);
            quoted(line, value);
            before = ',';
        }
        line.append(before == '[' ? "[]" : "]");
    }

    private static void field(StringBuilder line, String name, @Nullable String value) {
        line.append(",\"").append(name).append("\":");
        if (value == null) {
            line.append("null");
        } else {
            quoted(line, value);
        }
    }

    private static void quoted(StringBuilder line, String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            line.append(c);
        }
        line.append('"');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
