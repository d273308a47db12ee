package io.callogram.analyzer.transaction;

/// An event: what a machine concluded. Never the truth, always recomputed; it names the observation
/// that caused it.
public interface Derived {

    Observation cause();
}
