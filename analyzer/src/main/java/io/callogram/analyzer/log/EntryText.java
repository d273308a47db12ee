package io.callogram.analyzer.log;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Entries as words: `kind name=value …`.
final class EntryText {

    private EntryText() {}

    static String of(Entry entry) {
        return switch (entry) {
            case Entry.SourceAdded e ->
                    "source-added source=%d kind=%s name=%s"
                            .formatted(e.source(), e.kind().slug(), Escaped.word(e.name()));
            case Entry.Renamed e ->
                    "renamed source=%d name=%s".formatted(e.source(), Escaped.word(e.name()));
            case Entry.SourceErased e -> "source-erased source=" + e.source();
            case Entry.SegmentsErased e ->
                    "segments-erased source=%d before=%d packets=%d until=%d"
                            .formatted(
                                    e.source(),
                                    e.gone().before(),
                                    e.gone().packets(),
                                    e.gone().until());
            case Entry.CaptureStarted e ->
                    "capture-started source=%d what=%s"
                            .formatted(e.source(), Escaped.word(e.what()));
            case Entry.CapturePaused e ->
                    "capture-paused source=%d why=%s".formatted(e.source(), Escaped.word(e.why()));
            case Entry.CaptureStopped e ->
                    "capture-stopped source=%d why=%s".formatted(e.source(), Escaped.word(e.why()));
            case Entry.Gap e ->
                    "gap source=%d from=%d to=%d packets=%d"
                            .formatted(e.source(), e.from(), e.to(), e.packets());
            case Entry.TailCut e ->
                    "tail-cut file=%s bytes=%d".formatted(Escaped.word(e.file()), e.bytes());
            case Entry.NoteAdded e ->
                    "note-added call=%s text=%s"
                            .formatted(Escaped.word(e.call()), Escaped.word(e.text()));
            case Entry.RulesChanged e -> "rules-changed version=" + Escaped.word(e.version());
            case Entry.Other e -> e.text();
        };
    }

    static Entry read(String text) {
        String[] words = text.split(" ");
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals > 0) {
                values.put(words[i].substring(0, equals), words[i].substring(equals + 1));
            }
        }
        try {
            return entry(words[0], new Values(values), text);
        } catch (IllegalArgumentException unreadable) {
            return new Entry.Other(text);
        }
    }

    private static Entry entry(String kind, Values of, String text) {
        return switch (kind) {
            case "source-added" ->
                    new Entry.SourceAdded(
                            of.source(),
                            SourceKind.valueOf(of.word("kind").toUpperCase(Locale.ROOT)),
                            of.word("name"));
            case "renamed" -> new Entry.Renamed(of.source(), of.word("name"));
            case "source-erased" -> new Entry.SourceErased(of.source());
            case "segments-erased" -> new Entry.SegmentsErased(of.source(), of.gone());
            case "capture-started" -> new Entry.CaptureStarted(of.source(), of.word("what"));
            case "capture-paused" -> new Entry.CapturePaused(of.source(), of.word("why"));
            case "capture-stopped" -> new Entry.CaptureStopped(of.source(), of.word("why"));
            case "gap" ->
                    new Entry.Gap(
                            of.source(), of.number("from"), of.number("to"), of.number("packets"));
            case "tail-cut" -> new Entry.TailCut(of.word("file"), of.number("bytes"));
            case "note-added" -> new Entry.NoteAdded(of.word("call"), of.word("text"));
            case "rules-changed" -> new Entry.RulesChanged(of.word("version"));
            default -> new Entry.Other(text);
        };
    }

    /// Missing and unreadable ones are an IllegalArgumentException.
    private record Values(Map<String, String> values) {

        int source() {
            return Integer.parseInt(word("source"));
        }

        long number(String name) {
            return Long.parseLong(word(name));
        }

        /// Earlier versions have not counted.
        Gone gone() {
            boolean counted = values.containsKey("packets");
            return counted
                    ? new Gone(number("before"), number("packets"), number("until"))
                    : new Gone(number("before"), 0, 0);
        }

        String word(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("without " + name);
            }
            return Escaped.original(value);
        }
    }
}
