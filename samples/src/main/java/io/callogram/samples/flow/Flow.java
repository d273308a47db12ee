package io.callogram.samples.flow;

import io.callogram.samples.script.Scene;

/// A script for one entry of the truth.
@FunctionalInterface
public interface Flow {
    void play(Scene scene);
}
