package io.callogram.analyzer.pseudonym;

import io.callogram.capture.packet.IpAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What takes the place of what, and which originals there were: names of people and machines are
/// collected on a first reading, so that on the next they are found in free text too.
final class Pseudonyms {

    /// Shorter words name nobody.
    private static final int TELLING = 3;

    final Numbers numbers;
    final Hosts hosts;
    private final Words words;
    private final Key key;
    private final Set<String> originals;
    private final Set<String> given = new HashSet<>();

    /// @param originals what was collected before; grows
    Pseudonyms(byte[] secret, Set<String> originals) {
        key = new Key(secret);
        this.originals = originals;
        numbers = new Numbers(key);
        hosts = new Hosts(key);
        words = new Words(key);
    }

    /// How many pseudonyms are also originals, or read like a server's name: another key may be
    /// better.
    int ambiguous() {
        int count = 0;
        for (String pseudonym : given) {
            boolean taken = pseudonym.length() >= TELLING && originals.contains(pseudonym);
            count += taken || Vocabulary.speaks(pseudonym) ? 1 : 0;
        }
        return count;
    }

    boolean isOriginal(String word) {
        return word.length() > TELLING && originals.contains(word.toLowerCase(Locale.ROOT));
    }

    /// @param name whether it names somebody or something, wherever it is found
    String word(String word, boolean name) {
        String pseudonym = isNumber(word) ? numbers.of(word) : words.of(word);
        if (name) {
            note(word, pseudonym);
        }
        return pseudonym;
    }

    String secret(String text) {
        return words.secret(text);
    }

    byte[] drawn(int length, String of) {
        return key.stream(length, "foreign", of);
    }

    String v4(int address) {
        int moved = hosts.v4(address);
        String pseudonym = IpAddress.v4(moved).toString();
        if (moved != address) {
            note(IpAddress.v4(address).toString(), pseudonym);
        }
        return pseudonym;
    }

    void note(String original, String pseudonym) {
        originals.add(original.toLowerCase(Locale.ROOT));
        given.add(pseudonym.toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
