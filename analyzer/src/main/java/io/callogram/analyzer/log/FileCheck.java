package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// One file against its own checksums and its manifest.
///
/// @param packets that are intact; 0 for an upload, whose packets nobody has counted
record FileCheck(long bytes, long packets, List<Finding> findings) {

    static FileCheck upload(Path file) {
        List<Finding> findings = new ArrayList<>();
        long size = 0;
        try {
            size = Files.size(file);
            Manifest manifest = Manifest.read(file);
            if (!Digest.of(file, Long.MAX_VALUE).equals(manifest.sha256())) {
                findings.add(Finding.lost(file, "is not what was uploaded: its SHA-256 differs"));
            }
        } catch (IOException unreadable) {
            findings.add(unreadable(file, unreadable));
        }
        return new FileCheck(size, 0, findings);
    }

    /// @param growing whether it may be written to at this moment
    static FileCheck segment(Path file, SegmentName name, boolean growing) {
        List<Finding> findings = new ArrayList<>();
        try {
            if (Files.exists(Manifest.beside(file))) {
                return sealed(file, name, Manifest.read(file));
            }
            SegmentScan scan = scan(file, Files.size(file), name, new Digest(), () -> {}, false);
            holes(file, scan, findings);
            if (scan.torn() > 0 && !growing) {
                findings.add(
                        Finding.note(
                                file,
                                "ends with %,d bytes that were never acknowledged",
                                scan.torn()));
            }
            return new FileCheck(scan.length(), scan.packets(), findings);
        } catch (IOException unreadable) {
            findings.add(unreadable(file, unreadable));
            return new FileCheck(0, 0, findings);
        }
    }

    private static FileCheck sealed(Path file, SegmentName name, Manifest manifest)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        Digest digest = new Digest();
        long size = Files.size(file);
        long length = Math.min(size, manifest.length());
        SegmentScan scan = scan(file, length, name, digest, () -> {}, true);
        holes(file, scan, findings);
        long lost = manifest.packets() - scan.packets();
        if (lost > 0) {
            findings.add(Finding.lost(file, "has lost %,d packets", lost));
        }
        if (size < manifest.length()) {
            findings.add(
                    Finding.lost(
                            file,
                            "is shorter than its manifest says, by %,d bytes",
                            manifest.length() - size));
        }
        if (findings.isEmpty() && !digest.hex().equals(manifest.sha256())) {
            findings.add(Finding.lost(file, "is not what was recorded: its SHA-256 differs"));
        }
        if (manifest.suspect()) {
            findings.add(
                    Finding.note(
                            file,
                            "was ended because the disk failed; its packets are checked and good"));
        }
        return new FileCheck(scan.length(), scan.packets(), findings);
    }

    private static void holes(Path file, SegmentScan scan, List<Finding> findings) {
        if (!scan.headerIntact()) {
            findings.add(
                    Finding.lost(
                            file, "has a damaged header; reading takes it from the file's name"));
        }
        for (SegmentScan.Hole hole : scan.holes()) {
            findings.add(
                    Finding.lost(
                            file, "is damaged from byte %,d to byte %,d", hole.from(), hole.to()));
        }
        if (scan.holeCount() > scan.holes().size()) {
            findings.add(Finding.lost(file, "is damaged in %,d places", scan.holeCount()));
        }
    }

    private static Finding unreadable(Path file, IOException failure) {
        return failure instanceof NoSuchFileException missing
                ? Finding.lost(file, "cannot be checked: there is no %s", missing.getFile())
                : Finding.lost(file, "cannot be checked: %s", String.valueOf(failure.getMessage()));
    }

    /// Reads every byte once, for the packets' checksums and that of the whole.
    static SegmentScan scan(
            Path file,
            long size,
            SegmentName name,
            Digest digest,
            Digest.Patience patience,
            boolean sealed)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Positioned bytes = SegmentFolder.reading(channel);
            Positioned digested =
                    (position, into, offset, length) -> {
                        patience.rest();
                        int got = bytes.read(position, into, offset, length);
                        digest.add(into, offset, Math.max(0, got));
                        return got;
                    };
            return SegmentScanner.scan(digested, size, name, sealed);
        }
    }
}
