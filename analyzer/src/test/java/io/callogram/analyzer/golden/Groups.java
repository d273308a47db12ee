package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The messages that calls were folded from.
public final class Groups {

    private Groups() {}

    /// In capture order, which is that of the packets that completed them.
    public static List<Seen> messages(List<Call> calls) {
        List<Seen> all = new ArrayList<>();
        for (Call call : calls) {
            for (CallMessage message : call.messages()) {
                all.add(message.seen());
                all.addAll(message.repeats());
            }
        }
        all.sort(
                Comparator.<Seen>comparingLong(seen -> seen.sighting().where().packet())
                        .thenComparingLong(seen -> seen.sighting().where().position()));
        return all;
    }

    /// One list for every Call-ID.
    public static List<List<Seen>> byCallId(List<Call> calls) {
        Map<Long, List<Seen>> groups = new LinkedHashMap<>();
        for (Seen seen : messages(calls)) {
            groups.computeIfAbsent(seen.sighting().callIdKey(), _ -> new ArrayList<>()).add(seen);
        }
        return List.copyOf(groups.values());
    }
}
