package io.callogram.analyzer.call;

import org.jspecify.annotations.Nullable;

/// One dialog as the finished fold knows it. Message numbers are 0 for what was not seen.
///
/// @param number from 1, in order of creation
/// @param leg which leg made it
/// @param callerTag hash of the initial requester's tag
/// @param calleeTag hash of the other tag
/// @param early message that made it early
/// @param confirmed message that confirmed it
/// @param ended message that terminated it
/// @param cause slug: `bye`, `cancelled`, `rejected`, `replaced`, `other-fork-answered`,
///   `bye-unanswered`, `481`, `timeout` …, or null while it lasts
/// @param endedBy who sent the BYE, or null
/// @param callerNode index into the call's nodes
/// @param calleeNode index into the call's nodes
public record CallDialog(
        int number,
        int leg,
        long callerTag,
        long calleeTag,
        int early,
        int confirmed,
        int ended,
        @Nullable String cause,
        @Nullable Ended endedBy,
        int callerNode,
        int calleeNode,
        boolean startUnseen) {}
