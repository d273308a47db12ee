package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calls that were handed on together: enough to take them back and fold them again when one of
/// their groups wakes.
///
/// @param ids of the calls
/// @param groups keys of their groups, and of the pairs of hosts whose keep-alives they are
/// @param places where their messages stand, packed
/// @param messages how many
record Emitted(List<String> ids, long[] groups, byte[] places, int messages) {

    static Emitted of(List<Group> groups, List<String> ids) {
        List<Where> places = new ArrayList<>();
        long[] keys = new long[groups.size() * 2];
        int count = 0;
        for (Group group : groups) {
            places.addAll(group.places.all());
            keys[count++] = group.key;
            if (group.keepAlive != 0) {
                keys[count++] = group.keepAlive;
            }
        }
        return new Emitted(ids, Arrays.copyOf(keys, count), Places.pack(places), places.size());
    }
}
