package io.callogram.analyzer.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the journal adds up to.
final class Ledger {

    record Known(SourceKind kind, String name, Instant added, boolean erased, Gone gone) {}

    private final Map<Integer, Known> sources = new TreeMap<>();
    private final Map<Integer, Captured> captured = new TreeMap<>();
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
                    sources.put(
                            e.source(),
                            new Known(e.kind(), e.name(), recorded.at(), false, Gone.NOTHING));
            case Entry.Renamed e -> change(e.source(), old -> named(old, e.name()));
            case Entry.SourceErased e -> change(e.source(), Ledger::erased);
            case Entry.SegmentsErased e -> change(e.source(), old -> cut(old, e.gone()));
            case Entry.NoteAdded e -> note(e);
            case Entry.RulesChanged e -> rules = e.version();
            case Entry.CaptureStarted e -> captured.put(e.source(), Captured.begun(e.what()));
            case Entry.CaptureGap e ->
                    captured.computeIfPresent(e.source(), (_, old) -> old.with(e));
            case Entry.CaptureCounted e ->
                    captured.computeIfPresent(e.source(), (_, old) -> old.with(e));
            case Entry.CapturePaused _,
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
        return new Known(old.kind, name, old.added, old.erased, old.gone);
    }

    private static Known erased(Known old) {
        return new Known(old.kind, old.name, old.added, true, old.gone);
    }

    private static Known cut(Known old, Gone more) {
        // An entry that was written again, because what follows it had failed, counts once.
        return more.before() <= old.gone.before()
                ? old
                : new Known(old.kind, old.name, old.added, old.erased, old.gone.and(more));
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

    @Nullable Captured captured(int id) {
        return captured.get(id);
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
