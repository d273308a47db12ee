package io.callogram.analyzer.call;

import java.util.Arrays;

/// Legs by a hash of what they have in common, the newest first. Places count from 1; 0 is none.
final class Recent {

    private static final int[] NONE = {};

    private final Numbers numbers;
    private int[] newest;
    private int[] legs;
    private int[] older;
    private int size;

    /// @param expected how many different things; more are no error
    Recent(int expected) {
        numbers = new Numbers(expected);
        newest = new int[expected + 8];
        legs = new int[expected + 8];
        older = new int[expected + 8];
    }

    /// Puts a leg in front of the others.
    ///
    /// @return where the newest of the others is; 0 also when the leg is there already
    int put(long hash, int leg) {
        int number = numbers.of(hash);
        newest = number < newest.length ? newest : Arrays.copyOf(newest, number * 2);
        int before = newest[number];
        if (before != 0 && legs[before] == leg) {
            return 0;
        }
        if (++size == legs.length) {
            legs = Arrays.copyOf(legs, size * 2);
            older = Arrays.copyOf(older, size * 2);
        }
        legs[size] = leg;
        older[size] = before;
        newest[number] = size;
        return before;
    }

    int newest(long hash) {
        int number = numbers.known(hash);
        return number < 0 ? 0 : newest[number];
    }

    int older(int place) {
        return older[place];
    }

    int leg(int place) {
        return legs[place];
    }

    /// All of these, in order of time; none when they are more than so many.
    int[] all(long hash, int most) {
        int count = 0;
        int newest = newest(hash);
        for (int at = newest; at != 0 && count <= most; at = older[at]) {
            count++;
        }
        if (count == 0 || count > most) {
            return NONE;
        }
        int[] all = new int[count];
        for (int at = newest; at != 0; at = older[at]) {
            all[--count] = legs[at];
        }
        return all;
    }
}
