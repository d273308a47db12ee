package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A capture that was brought as a whole, kept as it came.
///
/// @param file of any capture format, also in gzip
public record Upload(int id, Path file) implements LogSource {

    static final String FILE = "upload.capture";

    @Override
    public Path folder() {
        return file.resolveSibling("");
    }

    @Override
    public long bytes() {
        return file.toFile().length();
    }

    @Override
    public CaptureFile capture(Path scratch) throws IOException {
        return CaptureFile.open(file, scratch);
    }

    /// Moves a complete file into the folder, where it survives a power cut with its checksum when
    /// this returns.
    static Upload adopt(int id, Path folder, Path complete, Environment environment)
            throws IOException {
        Disk disk = environment.disk();
        try (DiskFile file = disk.open(complete)) {
            file.force();
        }
        Path place = folder.resolve(FILE);
        long length = Files.size(complete);
        String sha256 = Digest.of(complete, length);
        disk.move(complete, place);
        new Manifest(0, length, -1, 0, 0, sha256, environment.clock().instant(), false)
                .write(disk, place);
        return new Upload(id, place);
    }
}
