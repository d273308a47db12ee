package io.callogram.web.api.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The secret that opens the server.
public final class Token {

    private static final int BYTES = 32;

    private final byte[] expected;

    public Token(String secret) {
        this.expected = secret.getBytes(StandardCharsets.UTF_8);
    }

    /// 256 random bits, fit for a URL.
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Compares in a time that tells nothing about how much was right.
    public boolean is(@Nullable String offered) {
        return offered != null
                && MessageDigest.isEqual(expected, offered.getBytes(StandardCharsets.UTF_8));
    }
}
