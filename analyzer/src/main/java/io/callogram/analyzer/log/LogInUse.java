package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;

/// Another process has the log open. The message is a sentence for people.
public final class LogInUse extends IOException {

    private static final long serialVersionUID = 1;

    LogInUse(Path folder, String process) {
        super(
                "%s is in use by another callogram%s: end that one, or name another folder with --data"
                        .formatted(folder, process.isEmpty() ? "" : " (process " + process + ")"));
    }
}
