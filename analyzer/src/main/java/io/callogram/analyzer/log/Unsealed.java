package io.callogram.analyzer.log;

import java.io.IOException;
import java.time.Instant;

/// A segment that takes no more packets and has no manifest yet, and what is known of it.
///
/// @param packets that were given to the disk; -1 when nobody knows
/// @param at when it ended
/// @param suspect the disk failed while it was written
record Unsealed(Segment segment, long packets, Instant at, boolean suspect) {

    /// With what was found by reading it.
    record Sealed(Segment segment, long holes) {}

    /// What the disk gives back counts: when packets are not what it was given, the segment is
    /// suspect. Their own checksums say which of them are good.
    Sealed seal(Disk disk, Digest.Patience patience) throws IOException {
        Digest digest = new Digest();
        SegmentName name = segment.name();
        SegmentScan scan =
                FileCheck.scan(segment.file(), segment.length(), name, digest, patience, true);
        boolean whole = scan.headerIntact() && scan.packets() == packets;
        Manifest manifest =
                new Manifest(
                        name.first(),
                        segment.length(),
                        packets < 0 ? scan.packets() : packets,
                        scan.firstTime(),
                        scan.lastTime(),
                        digest.hex(),
                        at,
                        suspect || (packets >= 0 && !whole));
        manifest.write(disk, segment.file());
        return new Sealed(
                new Segment(segment.file(), name, segment.length(), manifest), scan.holeCount());
    }
}
