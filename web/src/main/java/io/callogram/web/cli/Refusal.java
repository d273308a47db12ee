package io.callogram.web.cli;

import io.callogram.capture.live.CaptureRefused;

/// The work cannot be done: one sentence that says what and what to do, and the exit code.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    private Refusal(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    static Refusal failed(String sentence) {
        return new Refusal(sentence, Main.FAILED);
    }

    static Refusal wrongUsage(String sentence) {
        return new Refusal(sentence, Main.WRONG_USAGE);
    }

    /// What cannot be captured: asked for wrongly, or impossible on this machine.
    static Refusal of(CaptureRefused refused) {
        return refused.why() == CaptureRefused.Cause.REQUEST
                ? wrongUsage(refused.sentence())
                : failed(refused.sentence());
    }

    int exitCode() {
        return exitCode;
    }
}
