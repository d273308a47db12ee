package io.callogram.capture.file;

/// The part of a capture that is in memory: `bytes[0, to)` stands at `base`.
///
/// @param last nothing follows `to`
record Window(byte[] bytes, int to, long base, boolean last) {

    long position(int at) {
        return base + at;
    }
}
