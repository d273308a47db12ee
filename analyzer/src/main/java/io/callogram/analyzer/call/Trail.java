package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Observation;
import org.jspecify.annotations.Nullable;

/// What was observed, with what it implied, newest first: grows at its head, so that states of a
/// growing group share it.
///
/// @param leg number of its leg, 0 for a stray that no leg knows
/// @param transaction number of its hop transaction, 0 for a stray
/// @param dialog number of its dialog, 0 outside any
/// @param upstream hop transaction that its hop transaction forwards, or 0
/// @param endToEnd number of its end-to-end transaction, 0 for a stray
/// @param size how many there are up to here
record Trail(
        Observation observation,
        int leg,
        int transaction,
        int endToEnd,
        int upstream,
        int dialog,
        Derived[] events,
        @Nullable Trail before,
        int size) {}
