package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Derived;

/// One derived event of a call, for people and programs to read.
///
/// @param name past tense, as the machines call it: `DialogConfirmed`
/// @param message number of the message that caused it; 0 when time did
/// @param time capture time of the observation that caused it
/// @param leg number of the leg
/// @param transaction number of the hop transaction, or 0
/// @param dialog number of the dialog, or 0
/// @param detail slug or number that says more, or empty
/// @param derived the event itself, with numbers as within its Call-ID
public record CallEvent(
        String name,
        int message,
        long time,
        int leg,
        int transaction,
        int dialog,
        String detail,
        Derived derived) {}
