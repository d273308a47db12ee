package io.callogram.analyzer.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Numbers that only who has the key can foretell: equal for equal questions.
final class Key {

    private final Mac mac;

    Key(byte[] secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /// 32 bytes.
    byte[] draw(String purpose, String of) {
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
    }

    /// A number from 0 to `bound - 1`.
    int below(int bound, String purpose, String of) {
        byte[] drawn = draw(purpose, of);
        long number = 0;
        for (int i = 0; i < 6; i++) {
            number = number << 8 | drawn[i] & 0xff;
        }
        return (int) (number % bound);
    }

    /// As many bytes as asked for.
    byte[] stream(int length, String purpose, String of) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at += 32) {
            byte[] drawn = draw(purpose + ' ' + at, of);
            System.arraycopy(drawn, 0, bytes, at, Math.min(32, length - at));
        }
        return bytes;
    }
}
