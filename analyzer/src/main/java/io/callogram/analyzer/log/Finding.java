package io.callogram.analyzer.log;

import java.nio.file.Path;
import java.util.Locale;

/// Something that checking the log came upon.
///
/// @param lost whether something acknowledged is gone; else it is only worth saying
/// @param sentence about the file, which goes before it
public record Finding(Path file, boolean lost, String sentence) {

    static Finding lost(Path file, String sentence, Object... values) {
        return new Finding(file, true, String.format(Locale.ROOT, sentence, values));
    }

    static Finding note(Path file, String sentence, Object... values) {
        return new Finding(file, false, String.format(Locale.ROOT, sentence, values));
    }
}
