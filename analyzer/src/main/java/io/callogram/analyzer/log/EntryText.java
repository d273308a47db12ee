package io.callogram.analyzer.log;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Entries as words: `kind name=value …`.
final class EntryText {

    /// Before a place.
    private static final String DROPPED = "dropped.";

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
            case Entry.CaptureGap e ->
                    "capture-gap source=%d from=%d to=%d missed=%d at-most=%b"
                            .formatted(e.source(), e.from(), e.to(), e.missed(), e.atMost());
            case Entry.CaptureCounted e -> counted(e);
            case Entry.TailCut e ->
                    "tail-cut file=%s bytes=%d".formatted(Escaped.word(e.file()), e.bytes());
            case Entry.NoteAdded e ->
                    "note-added call=%s text=%s"
                            .formatted(Escaped.word(e.call()), Escaped.word(e.text()));
            case Entry.RulesChanged e -> "rules-changed version=" + Escaped.word(e.version());
            case Entry.Other e -> e.text();
        };
    }

    private static String counted(Entry.CaptureCounted e) {
        StringBuilder text = new StringBuilder();
        text.append(
                "capture-counted source=%d feed=%s last=%b received=%d lost-before=%d filtered=%d"
                        .formatted(
                                e.source(),
                                Escaped.word(e.feed()),
                                e.last(),
                                e.received(),
                                e.lostBefore(),
                                e.filtered()));
        e.dropped()
                .forEach((place, count) ->
                        text.append(" " + DROPPED).append(place).append('=').append(count));
        return text.toString();
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
            case "capture-gap" ->
                    new Entry.CaptureGap(
                            of.source(),
                            of.number("from"),
                            of.number("to"),
                            of.number("missed"),
                            Boolean.parseBoolean(of.word("at-most")));
            case "capture-counted" ->
                    new Entry.CaptureCounted(
                            of.source(),
                            of.word("feed"),
                            Boolean.parseBoolean(of.word("last")),
                            of.number("received"),
                            of.dropped(),
                            of.number("lost-before"),
                            of.number("filtered"));
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

        SortedMap<String, Long> dropped() {
            SortedMap<String, Long> dropped = new TreeMap<>();
            for (String name : values.keySet()) {
                if (name.startsWith(DROPPED)) {
                    dropped.put(name.substring(DROPPED.length()), number(name));
                }
            }
            return dropped;
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
