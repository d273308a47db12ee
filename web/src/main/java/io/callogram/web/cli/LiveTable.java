package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.pipeline.Calls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The newest calls of a capture that runs, a line each, as they stand.
final class LiveTable implements Calls<Optional<String>> {

    private record Place(long start, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byStart = Long.compare(start, other.start);
            return byStart == 0 ? id.compareTo(other.id) : byStart;
        }
    }

    private final boolean callsOnly;
    private final int limit;
    private final Language language;
    private final TreeMap<Place, String> lines = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private long retired;

    /// @param callsOnly leaves out registrations and all else that is no call
    /// @param limit how many are kept: the oldest go first
    LiveTable(boolean callsOnly, int limit, Language language) {
        this.callsOnly = callsOnly;
        this.limit = limit;
        this.language = language;
    }

    @Override
    public Optional<String> view(Call call) {
        CallRow row = CallRow.of(Findings.of(call), 1);
        return callsOnly && row.kind() != CallKind.CALL
                ? Optional.empty()
                : Optional.of(
                        new String(Columns.table(row, language), StandardCharsets.UTF_8)
                                .stripTrailing());
    }

    @Override
    public synchronized void put(String id, long start, Optional<String> line, boolean again) {
        retract(id);
        if (line.isEmpty()) {
            return;
        }
        Place place = new Place(start, id);
        lines.put(place, line.get());
        places.put(id, place);
        while (lines.size() > limit) {
            places.remove(lines.pollFirstEntry().getKey().id());
            retired++;
        }
    }

    @Override
    public synchronized void retract(String id) {
        Place place = places.remove(id);
        if (place != null) {
            lines.remove(place);
        }
    }

    /// The last `count` lines, oldest first.
    synchronized List<String> newest(int count) {
        List<String> newest = new ArrayList<>();
        for (String line : lines.descendingMap().values()) {
            if (newest.size() == count) {
                break;
            }
            newest.addFirst(line);
        }
        return newest;
    }

    /// How many are kept, and how many were before them.
    synchronized String told() {
        return retired == 0
                ? "%,d entries".formatted(lines.size())
                : "%,d entries, %,d older ones".formatted(lines.size(), retired);
    }
}
