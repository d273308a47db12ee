package io.callogram.analyzer.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome with what it rests on.
///
/// @param kind slug of the class (`no-response`, `auth`, `not-found` …), or null
/// @param code status code that the first caller got, or 0
/// @param evidence message numbers that prove it
/// @param certain false when something necessary was not seen (medium confidence)
public record Result(
        Outcome outcome,
        @Nullable String kind,
        int code,
        List<Integer> evidence,
        boolean certain) {}
