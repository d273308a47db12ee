package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.EventFields;
import io.callogram.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What one listener is still to hear of the derived events of calls that change. Bounded: of calls
/// told long ago all is told again, and when more have changed than it keeps, they are left out.
final class DerivedNews {

    static final int MOST = 4_096;

    private final Workbench workbench;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> found = new LinkedHashSet<>();
    private boolean lost;

    /// How many events were told of a call, and what they were.
    private record Told(int count, int hash) {
        private static final Told NOTHING = new Told(0, 1);
    }

    private final Map<String, Told> told =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                    return size() > MOST;
                }
            };

    DerivedNews(Workbench workbench) {
        this.workbench = workbench;
    }

    /// What it is now cannot be found yet.
    synchronized void changed(String call) {
        if (changed.size() < MOST) {
            changed.add(call);
        } else {
            lost |= !changed.contains(call);
        }
    }

    /// What has changed can be found; false when some of it was left out.
    synchronized boolean found() {
        found.addAll(changed);
        changed.clear();
        boolean whole = !lost && found.size() <= MOST;
        if (!whole) {
            found.clear();
            lost = false;
        }
        return whole;
    }

    private synchronized List<String> take() {
        List<String> calls = List.copyOf(found);
        found.clear();
        return calls;
    }

    /// Takes a type and its content.
    @FunctionalInterface
    interface Sink {
        void event(String type, String content);
    }

    /// Tells every event that was not told before. When one is another now, all of its call.
    void tell(Sink sink) {
        for (String id : take()) {
            Optional<Call> call = call(id);
            call.ifPresent(now -> tell(now, sink));
            if (call.isEmpty() && told.remove(id) != null) {
                sink.event("gone", text(Json.object(json -> json.put("call", id))));
            }
        }
    }

    private Optional<Call> call(String id) {
        try {
            return workbench.call(id);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty(); // as when it was erased meanwhile
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private void tell(Call call, Sink sink) {
        List<CallEvent> events = call.events();
        Told before = told.getOrDefault(call.id(), Told.NOTHING);
        boolean goesOn =
                before.count <= events.size()
                        && hash(events.subList(0, before.count)) == before.hash;
        int first = goesOn ? before.count : 0;
        String source =
                workbench.source(call.source()).map(SourceView::name).orElse("s" + call.source());
        for (int number = first + 1; number <= events.size(); number++) {
            sink.event("derived", text(EventFields.line(call, number, source)));
        }
        told.put(call.id(), new Told(events.size(), hash(events)));
    }

    private static int hash(List<CallEvent> events) {
        int hash = Told.NOTHING.hash;
        for (CallEvent event : events) {
            hash =
                    31 * hash
                            + Objects.hash(
                                    event.name(),
                                    event.message(),
                                    event.time(),
                                    event.leg(),
                                    event.transaction(),
                                    event.dialog(),
                                    event.detail());
        }
        return hash;
    }
}
