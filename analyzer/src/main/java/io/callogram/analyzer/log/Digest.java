package io.callogram.analyzer.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of bytes as they come.
final class Digest {

    private final MessageDigest sha256 = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
    }

    /// In hexadecimal; begins anew.
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// Asked before each portion of a file: may wait while something else is more urgent.
    @FunctionalInterface
    interface Patience {
        void rest() throws InterruptedIOException;
    }

    /// Of the first `length` bytes of a file, or of all when it is shorter.
    static String of(Path file, long length) throws IOException {
        Digest digest = new Digest();
        byte[] buffer = new byte[1 << 18];
        long left = length;
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    break;
                }
                digest.add(buffer, 0, got);
                left -= got;
            }
        }
        return digest.hex();
    }
}
