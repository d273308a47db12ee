package io.callogram.web.cli;

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

    int exitCode() {
        return exitCode;
    }
}
