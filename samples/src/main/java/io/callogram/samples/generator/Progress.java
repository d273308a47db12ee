package io.callogram.samples.generator;

/// Hears now and then how far the generator is.
@FunctionalInterface
public interface Progress {
    Progress NONE = (begun, calls, messages) -> {};

    void at(long begun, long calls, long messages);
}
