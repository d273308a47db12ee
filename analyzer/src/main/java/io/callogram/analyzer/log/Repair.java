package io.callogram.analyzer.log;

import java.nio.file.Path;

/// What was set right when the log was opened, because the run before had not ended it.
///
/// @param cut bytes that were never acknowledged and were taken away
/// @param holes damaged parts before them, which stay as they are
public record Repair(Path file, long cut, long holes) {}
