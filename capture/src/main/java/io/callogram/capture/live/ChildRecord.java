package io.callogram.capture.live;

/// What the child says, a record at a time: a byte of kind, four of length, and so many more.
final class ChildRecord {

    /// Time (8), link type (4), length on the wire (4), then the captured bytes.
    static final byte FRAME = 1;

    /// Kernel's drops, interfaces' drops, frames on the interfaces or -1: 8 each, since its start.
    static final byte STATISTICS = 2;

    /// Everything is open; from now on nothing is missed. What the interfaces' own counters stood
    /// at, or -1 (8).
    static final byte READY = 3;

    /// A byte of cause, then a sentence. The last record.
    static final byte REFUSED = 4;

    /// An interface: flags (1), then its texts, each with two bytes of length.
    static final byte INTERFACE = 5;

    static final int HEADER = 5;
    static final int FRAME_HEADER = 16;
    static final int MAX_BODY = FRAME_HEADER + (1 << 18);

    private ChildRecord() {}
}
