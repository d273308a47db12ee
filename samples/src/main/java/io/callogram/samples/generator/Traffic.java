package io.callogram.samples.generator;

import io.callogram.samples.script.Conditions;

/// What to generate.
///
/// @param calls how many entries of the truth
/// @param rate how many of them begin in a second of capture time, on average
/// @param seed the same seed gives the same capture
public record Traffic(long calls, double rate, long seed, Mix mix, Conditions conditions) {
    public Traffic {
        if (calls < 0) {
            throw new IllegalArgumentException("the number of calls cannot be negative: " + calls);
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("the rate must be above 0: " + rate);
        }
    }

    /// With the conditions of the mix.
    public static Traffic of(long calls, double rate, long seed, Mix mix) {
        return new Traffic(calls, rate, seed, mix, mix.conditions());
    }
}
