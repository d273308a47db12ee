package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The folder of a recording as another run has left it: the last segment, unless it was sealed, is
/// cut back to its last good packet. No other is read; what was not sealed is sealed later.
final class SegmentFolder {

    private final Path folder;
    private final Disk disk;
    private final Consumer<Repair> told;

    SegmentFolder(Path folder, Disk disk, Consumer<Repair> told) {
        this.folder = folder;
        this.disk = disk;
        this.told = told;
    }

    /// In the order of their positions.
    static List<SegmentName> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SegmentName.of(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    /// @param before segments that begin before this are to be gone: only whole ones ever go
    List<Segment> recover(long before) throws IOException {
        List<SegmentName> names = names(folder);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long next = i + 1 < names.size() ? names.get(i + 1).first() : Long.MAX_VALUE;
            if (names.get(i).first() < before) {
                remove(disk, folder.resolve(names.get(i).file()));
            } else {
                recovered(names.get(i), next).ifPresent(segments::add);
            }
        }
        return segments;
    }

    static void remove(Disk disk, Path file) throws IOException {
        // What is left when this is cut off must still be found under its name.
        disk.delete(Manifest.beside(file));
        disk.delete(file);
        disk.syncFolder(file.resolveSibling(""));
    }

    /// @param next position of the segment behind it: where that was begun, this one had ended
    private Optional<Segment> recovered(SegmentName name, long next) throws IOException {
        Path file = folder.resolve(name.file());
        try {
            Manifest manifest = Manifest.read(file);
            return Optional.of(new Segment(file, name, manifest.length(), manifest));
        } catch (IOException none) {
            long limit = next - name.first();
            // All of it was durable before the next one was begun: damage is no torn tail.
            boolean ended = Files.size(file) >= limit;
            return ended ? Optional.of(new Segment(file, name, limit, null)) : cut(file, name);
        }
    }

    private Optional<Segment> cut(Path file, SegmentName name) throws IOException {
        long size = Files.size(file);
        SegmentScan scan;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            scan = SegmentScanner.scan(reading(channel), size, name, false);
        }
        if (scan.packets() == 0 && !scan.headerIntact()) {
            disk.delete(file);
            disk.syncFolder(folder);
            told.accept(new Repair(file, size, 0));
            return Optional.empty();
        }
        // Also what nobody acknowledged is there for good, before a next segment counts on it.
        try (DiskFile open = disk.open(file)) {
            open.truncate(scan.length());
            open.force();
        }
        told.accept(new Repair(file, size - scan.length(), scan.holeCount()));
        return Optional.of(new Segment(file, name, scan.length(), null));
    }

    static Positioned reading(FileChannel channel) {
        return (position, into, offset, length) ->
                channel.read(ByteBuffer.wrap(into, offset, length), position);
    }
}
