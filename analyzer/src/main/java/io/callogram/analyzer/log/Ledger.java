package io.callogram.analyzer.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the journal adds up to.
final class Ledger {

    /// @param before segments that end up to here are gone
    record Known(SourceKind kind, String name, Instant added, boolean erased, long before) {}

    private final Map<Integer, Known> sources = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();
    private String rules = "";

    static Ledger of(Iterable<Recorded> records) {
        Ledger ledger = new Ledger();
        records.forEach(ledger::add);
        return ledger;
    }

    void add(Recorded recorded) {
        switch (recorded.entry()) {
            case Entry.SourceAdded e ->
                    sources.put(e.source(), new Known(e.kind(), e.name(), recorded.at(), false, 0));
            case Entry.Renamed e -> change(e.source(), old -> named(old, e.name()));
            case Entry.SourceErased e -> change(e.source(), Ledger::erased);
            case Entry.SegmentsErased e -> change(e.source(), old -> cut(old, e.before()));
            case Entry.NoteAdded e -> note(e);
            case Entry.RulesChanged e -> rules = e.version();
            case Entry.CaptureStarted _,
                    Entry.CapturePaused _,
                    Entry.CaptureStopped _,
                    Entry.Gap _,
                    Entry.TailCut _,
                    Entry.Other _ -> {
                // Told to people; nothing is built on it.
            }
        }
    }

    private void change(int source, UnaryOperator<Known> how) {
        sources.computeIfPresent(source, (_, old) -> how.apply(old));
    }

    private static Known named(Known old, String name) {
        return new Known(old.kind, name, old.added, old.erased, old.before);
    }

    private static Known erased(Known old) {
        return new Known(old.kind, old.name, old.added, true, old.before);
    }

    private static Known cut(Known old, long before) {
        return new Known(old.kind, old.name, old.added, old.erased, Math.max(old.before, before));
    }

    private void note(Entry.NoteAdded added) {
        if (added.text().isEmpty()) {
            notes.remove(added.call());
        } else {
            notes.put(added.call(), added.text());
        }
    }

    @Nullable Known source(int id) {
        return sources.get(id);
    }

    /// Sources that were not erased.
    List<Integer> present() {
        return sources.entrySet().stream()
                .filter(source -> !source.getValue().erased)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The highest number that a source ever had.
    int lastId() {
        return sources.keySet().stream().mapToInt(id -> id).max().orElse(0);
    }

    Map<String, String> notes() {
        return notes;
    }

    String rules() {
        return rules;
    }
}
