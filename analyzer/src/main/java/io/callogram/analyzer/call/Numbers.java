package io.callogram.analyzer.call;

/// Numbers hashes from 0 on as they come: open addressing with linear probing.
final class Numbers {

    private long[] hashes;

    /// One more than the number, 0 where there is none.
    private int[] numbers;

    private int size;

    /// @param expected how many different ones; more are no error
    Numbers(int expected) {
        int slots = Integer.highestOneBit(Math.max(expected, 8)) * 2;
        hashes = new long[slots];
        numbers = new int[slots];
    }

    int size() {
        return size;
    }

    /// The number of this hash, a new one if it has none.
    int of(long hash) {
        int slot = slot(hash);
        if (numbers[slot] == 0) {
            if (size * 4 >= numbers.length * 3) {
                grow();
                slot = slot(hash);
            }
            hashes[slot] = hash;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    /// -1 when it has none.
    int known(long hash) {
        return numbers[slot(hash)] - 1;
    }

    private int slot(long hash) {
        int mask = numbers.length - 1;
        int slot = (int) (hash * 0x9e3779b97f4a7c15L >>> 32) & mask;
        while (numbers[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
