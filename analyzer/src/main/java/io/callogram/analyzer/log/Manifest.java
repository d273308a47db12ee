package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a sealed file holds, written beside it when nothing is added any more.
///
/// @param first position of its first byte in its source
/// @param packets -1 for an upload, which nobody has counted
/// @param firstTime capture time of the first packet in nanoseconds since 1970, 0 without packets
/// @param sealed when; what retention counts from
/// @param suspect the disk failed while it was written: the bytes were believed to be there
record Manifest(
        long first,
        long length,
        long packets,
        long firstTime,
        long lastTime,
        String sha256,
        Instant sealed,
        boolean suspect) {

    private static final String FORM = "1";

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".manifest");
    }

    void write(Disk disk, Path file) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("callogram-manifest", FORM);
        lines.put("first", Long.toString(first));
        lines.put("bytes", Long.toString(length));
        lines.put("packets", Long.toString(packets));
        lines.put("first-time", Long.toString(firstTime));
        lines.put("last-time", Long.toString(lastTime));
        lines.put("sha256", sha256);
        lines.put("sealed", sealed.toString());
        lines.put("suspect", Boolean.toString(suspect));
        SealedText.write(disk, beside(file), lines);
    }

    /// @throws IOException when there is none, or it is damaged, or of a later form
    static Manifest read(Path file) throws IOException {
        Path beside = beside(file);
        Map<String, String> lines = SealedText.read(beside);
        try {
            if (!FORM.equals(lines.get("callogram-manifest"))) {
                throw new IOException(beside + " is of a form that this version does not know");
            }
            return new Manifest(
                    number(lines, "first"),
                    number(lines, "bytes"),
                    number(lines, "packets"),
                    number(lines, "first-time"),
                    number(lines, "last-time"),
                    text(lines, "sha256"),
                    Instant.parse(text(lines, "sealed")),
                    Boolean.parseBoolean(text(lines, "suspect")));
        } catch (RuntimeException unreadable) {
            throw new IOException(beside + " lacks what a manifest says", unreadable);
        }
    }

    private static long number(Map<String, String> lines, String name) {
        return Long.parseLong(text(lines, name));
    }

    private static String text(Map<String, String> lines, String name) {
        return lines.getOrDefault(name, "");
    }
}
