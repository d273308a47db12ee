package io.callogram.analyzer.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// SHA-256 of bytes as they come, and their CRC32C: quick enough for whoever has no time for more.
final class Digest {

    private final MessageDigest sha256 = sha256();
    private final CRC32C crc32c = new CRC32C();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        crc32c.update(bytes, offset, length);
    }

    int crc() {
        return (int) crc32c.getValue();
    }

    /// In hexadecimal; begins anew.
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// Asked before each portion: may wait while something else is more urgent.
    @FunctionalInterface
    interface Patience {
        void rest() throws InterruptedIOException;
    }

    /// Of the first `length` bytes of a file, or of all when it is shorter.
    static Digest read(Path file, long length, Patience patience) throws IOException {
        Digest digest = new Digest();
        byte[] buffer = new byte[1 << 18];
        long left = length;
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                patience.rest();
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    break;
                }
                digest.add(buffer, 0, got);
                left -= got;
            }
        }
        return digest;
    }

    /// The same in hexadecimal.
    static String of(Path file, long length) throws IOException {
        return read(file, length, () -> {}).hex();
    }
}
