package io.callogram.analyzer.pseudonym;

import io.callogram.capture.file.CapturedPacket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives packets other names, equal for equal originals, by a key that is drawn for them and kept
/// nowhere.
public final class Anonymizer {

    /// Keys that are tried until no pseudonym is also somebody's real name. In small blocks of
    /// extensions there may be no such key.
    private static final int MOST_KEYS = 8;

    private final byte[] secret;

    /// @param secret who knows it can undo what is done here
    Anonymizer(byte[] secret) {
        this.secret = secret.clone();
    }

    /// With a key that nobody knows.
    public static Anonymizer fresh() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Anonymizer(secret);
    }

    /// @param packets with other names, as many, in the same order
    /// @param leftOut bodies and pieces of streams that cannot be read here and were blotted out
    public record Anonymized(List<CapturedPacket> packets, int leftOut) {}

    public Anonymized anonymize(List<CapturedPacket> packets) {
        Set<String> originals = new HashSet<>();
        new PacketRewrite(packets, new Pseudonyms(secret, originals)).all();
        Anonymized best = null;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < MOST_KEYS && fewest > 0; i++) {
            byte[] key = secret.clone();
            key[0] = (byte) (key[0] + i);
            Pseudonyms pseudonyms = new Pseudonyms(key, originals);
            Anonymized candidate = new PacketRewrite(packets, pseudonyms).all();
            if (best == null || pseudonyms.ambiguous() < fewest) {
                best = candidate;
                fewest = pseudonyms.ambiguous();
            }
        }
        return best == null ? new Anonymized(packets, 0) : best;
    }
}
