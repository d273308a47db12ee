package io.callogram.web.json;

/// What this build calls itself.
public final class Build {
    /// Version of the program, equal to the POM's.
    public static final String VERSION = "0.1.0";

    /// Version of the rules by which calls are folded; a change makes stored results stale.
    public static final String RULES = "1";

    private Build() {}
}
