package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import java.util.Arrays;
import java.util.List;

/// Calls that were handed on together: enough to take them back and fold them again when one of
/// their groups wakes.
///
/// @param ids of the calls
/// @param groups keys of their groups, and of the pairs of hosts whose keep-alives they are, and of
///   the sources whose scans
/// @param places where their messages stand, packed
/// @param messages how many
/// @param last time of the last one; of a scan the end of time
record Emitted(List<String> ids, long[] groups, byte[] places, int messages, long last) {

    /// @param scans tries of a scan are among them: whatever its source tries next goes on with it
    static Emitted of(List<Group> groups, List<String> ids, boolean scans) {
        long[] keys = new long[groups.size() * 3];
        int count = 0;
        long last = Long.MIN_VALUE;
        for (Group group : groups) {
            keys[count++] = group.key;
            if (group.keepAlive != 0) {
                keys[count++] = group.keepAlive;
            }
            last = Math.max(last, group.last);
            if ((scans || group.refused) && group.probe != 0) {
                keys[count++] = group.probe;
            }
        }
        Places places = places(groups);
        return new Emitted(
                ids,
                Arrays.copyOf(keys, count),
                places.packed(),
                places.size(),
                scans ? Long.MAX_VALUE : last);
    }

    private static Places places(List<Group> groups) {
        if (groups.size() == 1) {
            return groups.getFirst().places;
        }
        Places places = new Places();
        for (Group group : groups) {
            places.addAll(group.places);
        }
        return places;
    }
}
