package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;

/// Short texts that stand in many messages: equal ones are mostly one object. One thread only.
public final class Words {

    private static final int LONGEST = 256;
    private static final int USUAL = 20;

    private final Interned<String> known;

    /// @param size how many are kept, a power of two
    public Words(int size) {
        known = new Interned<>(size, LONGEST, USUAL);
    }

    public String text(byte[] bytes, int from, int to) {
        if (from >= to) {
            return "";
        }
        long hash = Hash64.of(bytes, from, to - from);
        String word = known.find(hash, bytes, from, to);
        if (word == null) {
            word = Ascii.text(bytes, from, to);
            known.keep(hash, bytes, from, to, word);
        }
        return word;
    }
}
