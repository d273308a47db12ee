package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The folder of a recording as another run has left it: what was not sealed is checked, cut back
/// to its last good packet, and sealed.
final class SegmentFolder {

    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;
    private final Consumer<Repair> told;

    SegmentFolder(Path folder, Disk disk, InstantSource clock, Consumer<Repair> told) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
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
            return sealed(file, name, next);
        }
    }

    private Optional<Segment> sealed(Path file, SegmentName name, long next) throws IOException {
        long size = Files.size(file);
        SegmentScan scan;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long limit = Math.min(size, next - name.first());
            // All of it was durable before the next one was begun: damage is no torn tail.
            boolean ended = limit == next - name.first();
            scan = SegmentScanner.scan(reading(channel), limit, name, ended);
        }
        long cut = size - scan.length();
        if (scan.packets() == 0 && !scan.headerIntact()) {
            disk.delete(file);
            disk.syncFolder(folder);
            told.accept(new Repair(file, size, 0));
            return Optional.empty();
        }
        try (DiskFile open = disk.open(file)) {
            open.truncate(scan.length());
            open.force();
        }
        Manifest manifest =
                new Manifest(
                        name.first(),
                        scan.length(),
                        scan.packets(),
                        scan.firstTime(),
                        scan.lastTime(),
                        Digest.of(file, scan.length()),
                        clock.instant(),
                        false);
        manifest.write(disk, file);
        told.accept(new Repair(file, cut, scan.holeCount()));
        return Optional.of(new Segment(file, name, scan.length(), manifest));
    }

    static Positioned reading(FileChannel channel) {
        return (position, into, offset, length) ->
                channel.read(ByteBuffer.wrap(into, offset, length), position);
    }
}
