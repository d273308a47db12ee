package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// A small file of lines `name value` that is there whole or not at all; its last line is a CRC32C
/// of the lines before it.
final class SealedText {

    private static final String LAST = "crc32c ";

    private SealedText() {}

    static void write(Disk disk, Path file, Map<String, String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) ->
                text.append(name).append(' ').append(Escaped.line(value)).append('\n'));
        String crc = crc(text.toString());
        text.append(LAST).append(crc).append('\n');
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        disk.delete(draft);
        try (DiskFile out = disk.create(draft)) {
            out.append(bytes, 0, bytes.length);
            out.force();
        }
        disk.move(draft, file);
        disk.syncFolder(file.resolveSibling(""));
    }

    /// @throws IOException when it cannot be read, or is not what was written
    static Map<String, String> read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int last = text.lastIndexOf(LAST);
        if (last < 0 || !text.substring(last).equals(LAST + crc(text.substring(0, last)) + "\n")) {
            throw new IOException(file + " is damaged");
        }
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : text.substring(0, last).split("\n")) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), Escaped.original(line.substring(space + 1)));
            }
        }
        return lines;
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
