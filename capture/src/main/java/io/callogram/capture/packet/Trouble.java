package io.callogram.capture.packet;

/// Something unreadable in a capture.
///
/// @param reason a stable slug, for counters
/// @param at the byte where it stands
/// @param sentence what is wrong and what was done, for people
public record Trouble(String reason, long at, String sentence) {}
