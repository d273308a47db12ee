package io.callogram.analyzer.log;

import java.util.List;

/// What checking every packet of a segment has found.
///
/// @param length up to the end of its last packet that counts
/// @param firstTime capture time of the first packet, 0 without packets
/// @param holes damaged parts before `length`, bounded
/// @param holeCount all of them
/// @param torn bytes behind `length`
/// @param headerIntact whether the blocks before the packets are as the name says
record SegmentScan(
        long length,
        long packets,
        long firstTime,
        long lastTime,
        List<Hole> holes,
        long holeCount,
        long torn,
        boolean headerIntact) {

    /// A part of the file that no packet can be read from.
    record Hole(long from, long to) {}

    boolean isWhole() {
        return holeCount == 0 && torn == 0 && headerIntact;
    }
}
