package io.callogram.web.api;

import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Files that are being sent: under made-up names in a folder that only this user can enter, never
/// longer than allowed, and gone when the sending breaks off.
final class Uploads {

    private static final int CONCURRENT = 4;
    private static final int BUFFER = 1 << 16;
    private static final String SUFFIX = ".upload";
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final long cap;
    private final Semaphore places = new Semaphore(CONCURRENT);
    private final SecureRandom random = new SecureRandom();

    Uploads(Path folder, long cap) throws IOException {
        this.folder = folder;
        this.cap = cap;
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder);
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        removeLeftovers();
    }

    /// What a server that died was receiving.
    private void removeLeftovers() throws IOException {
        List<Path> left;
        try (var files = Files.list(folder)) {
            left = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    /// How the parts of a form are spooled: in the same folder, within the same bounds.
    MultipartConfigElement forms() {
        return new MultipartConfigElement(folder.toString(), cap, cap + BUFFER, BUFFER);
    }

    /// Takes one of the four places for as long as `work` runs.
    void inTurn(Work work) throws IOException {
        if (!places.tryAcquire()) {
            throw new Refused(
                    Problem.of(
                            429,
                            "uploads-busy",
                            "Too many uploads",
                            "At most "
                                    + CONCURRENT
                                    + " files are received at a time; try again shortly."));
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /// Receives one file completely.
    ///
    /// @param declared length that the sender announced, or -1
    Path spool(InputStream body, long declared, Receiving receiving) throws IOException {
        if (declared > cap) {
            throw tooLarge();
        }
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        Path file = folder.resolve(HexFormat.of().formatHex(name) + SUFFIX);
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            long length = copy(body, out, file, receiving);
            if (declared >= 0 && length < declared) {
                throw new IOException("the upload broke off");
            }
            complete = true;
        } finally {
            if (!complete) {
                receiving.abandon();
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    private long copy(InputStream body, OutputStream out, Path file, Receiving receiving)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        int count = body.read(buffer);
        while (count >= 0) {
            total += count;
            if (total > cap) {
                throw tooLarge();
            }
            out.write(buffer, 0, count);
            receiving.grown(file, total);
            count = body.read(buffer);
        }
        return total;
    }

    Refused tooLarge() {
        return new Refused(
                Problem.of(
                        413,
                        "upload-too-large",
                        "File too large",
                        "A capture may have at most " + cap + " bytes."));
    }

    /// Something done while a place is taken.
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
