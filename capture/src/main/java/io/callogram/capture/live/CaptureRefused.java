package io.callogram.capture.live;

import java.io.IOException;

/// Nothing can be captured: one sentence that says why, and what to do.
public final class CaptureRefused extends IOException {

    private static final long serialVersionUID = 1;

    /// What stands in the way.
    public enum Cause {
        /// What was asked for cannot be: an interface that is not there, a filter that is none.
        REQUEST,
        /// The machine lacks libpcap, the right to capture, or a working child.
        MACHINE
    }

    private final Cause why;

    CaptureRefused(Cause why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
