package io.callogram.analyzer.pipeline;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where every packet of a source went: `packets = sip - coalesced + duplicates + rtp + rtcp +
/// other + refused`.
///
/// @param sip SIP messages after reassembly, capture duplicates taken out
/// @param coalesced messages beyond the first that one packet completed
/// @param malformed messages among `sip` in which the scanner noted a problem
/// @param other packets by what they are
/// @param refused packets by why nothing was read from them
/// @param notes counters of what was cut, evicted or resumed, none of them packets
public record Account(
        long packets,
        long sip,
        long coalesced,
        long duplicates,
        long malformed,
        long rtp,
        long rtcp,
        SortedMap<String, Long> other,
        SortedMap<String, Long> refused,
        SortedMap<String, Long> notes,
        long firstPacket,
        long lastPacket) {

    public static final Account EMPTY =
            new Account(
                    0, 0, 0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0, 0);

    public long otherPackets() {
        return sum(other);
    }

    public long refusedPackets() {
        return sum(refused);
    }

    /// The account of a capture that still grows: packets that wait for the rest of their message
    /// have no verdict yet.
    Account withWaiting() {
        long known = sip - coalesced + duplicates + rtp + rtcp + otherPackets() + refusedPackets();
        SortedMap<String, Long> others = new TreeMap<>(other);
        if (packets > known) {
            others.put("waiting", packets - known);
        }
        return new Account(
                packets,
                sip,
                coalesced,
                duplicates,
                malformed,
                rtp,
                rtcp,
                others,
                refused,
                notes,
                firstPacket,
                lastPacket);
    }

    public boolean balanced() {
        return packets
                == sip - coalesced + duplicates + rtp + rtcp + otherPackets() + refusedPackets();
    }

    private static long sum(Map<String, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }
}
