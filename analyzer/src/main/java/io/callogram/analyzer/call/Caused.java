package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Derived;

/// An event with what it is about.
///
/// @param message index in the leg of the message that caused it, -1 when time did
/// @param transaction number within the Call-ID, or 0
/// @param dialog number within the Call-ID of the dialog that it or its message is in, or 0
public record Caused(Derived event, int message, int transaction, int dialog) {}
