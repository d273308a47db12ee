package io.callogram.capture.file;

/// One packet record, read again.
///
/// @param time capture time, nanoseconds since 1970
/// @param link link type (LINKTYPE_…)
/// @param original length on the wire
/// @param bytes what was captured of it
public record CapturedPacket(long time, int link, int original, byte[] bytes) {}
