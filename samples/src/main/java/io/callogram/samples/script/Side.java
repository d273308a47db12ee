package io.callogram.samples.script;

/// The two ends of a dialog or of a call.
public enum Side {
    CALLER,
    CALLEE;

    public Side other() {
        return switch (this) {
            case CALLER -> CALLEE;
            case CALLEE -> CALLER;
        };
    }
}
