package io.callogram.samples.script;

import java.util.List;
import java.util.SplittableRandom;

/// The dice of one scene: the same seed throws the same.
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public long number() {
        return random.nextLong();
    }

    public double unit() {
        return random.nextDouble();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// Log-normal around a median: most talks are short, some are long.
    public double around(double median, double spread) {
        double normal =
                Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                        * Math.cos(2 * Math.PI * random.nextDouble());
        return median * Math.exp(spread * normal);
    }

    public String word(String alphabet, int length) {
        char[] word = new char[length];
        int size = alphabet.length();
        for (int i = 0; i < length; ) {
            long bits = random.nextLong() >>> 1;
            for (int k = 0; k < 8 && i < length; k++) {
                word[i++] = alphabet.charAt((int) (bits % size));
                bits /= size;
            }
        }
        return new String(word);
    }
}
