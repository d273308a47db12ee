package io.callogram.analyzer.compare;

import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The header fields and session descriptions of messages that correspond.
final class Fields {

    /// Other in every message, or in every hop, of the same meaning.
    private static final Set<String> BY_NATURE =
            Set.of("call-id", "cseq", "content-length", "date", "max-forwards", "timestamp", "via");

    /// Those whose presence makes a flow what it is.
    private static final Set<String> OF_A_SHAPE =
            Set.of(
                    "alert-info",
                    "authorization",
                    "diversion",
                    "history-info",
                    "join",
                    "min-se",
                    "privacy",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "rack",
                    "refer-to",
                    "replaces",
                    "rseq",
                    "session-expires",
                    "target-dialog",
                    "www-authenticate");

    /// Those whose value does, too.
    private static final Set<String> BY_VALUE =
            Set.of("content-type", "event", "require", "subscription-state");

    private final Transcript here;
    private final Transcript there;
    private final Neutral neutralHere;
    private final Neutral neutralThere;
    private final boolean shape;

    Fields(
            Transcript here,
            Transcript there,
            Map<String, String> namesHere,
            Map<String, String> namesThere,
            boolean shape) {
        this.here = here;
        this.there = there;
        this.neutralHere = new Neutral(namesHere);
        this.neutralThere = new Neutral(namesThere);
        this.shape = shape;
    }

    /// The row with what differs between its messages.
    Row compared(Row row) {
        Passage one = row.here();
        Passage other = row.there();
        if (one == null || other == null || row.kind() == Row.Kind.DIFFERENT) {
            return row;
        }
        List<Change> changes = changes(one.message(), other.message());
        boolean changed = row.kind() == Row.Kind.SAME && !changes.isEmpty();
        return new Row(changed ? Row.Kind.CHANGED : row.kind(), one, other, changes);
    }

    private List<Change> changes(int one, int other) {
        Map<String, Field> fields = new TreeMap<>();
        for (HeaderLine line : here.texts().get(one - 1).headers()) {
            field(fields, line).here.add(line.value());
        }
        MessageText text = there.texts().get(other - 1);
        for (HeaderLine line : text.headers()) {
            field(fields, line).there.add(line.value());
        }
        List<Change> changes = new ArrayList<>();
        fields.forEach((key, field) -> {
            if (isCompared(key) && !isAlike(key, field)) {
                changes.add(new Change(field.name, joined(field.here), joined(field.there)));
            }
        });
        Sessions.compare(seen(here, one).session(), seen(there, other).session(), shape, changes);
        return changes;
    }

    private static Seen seen(Transcript transcript, int message) {
        return transcript.call().messages().get(message - 1).seen();
    }

    /// All lines of one name.
    private static final class Field {
        final String name;
        final List<String> here = new ArrayList<>(1);
        final List<String> there = new ArrayList<>(1);

        Field(String name) {
            this.name = name;
        }
    }

    private static Field field(Map<String, Field> fields, HeaderLine line) {
        String key = line.name().toLowerCase(Locale.ROOT);
        return fields.computeIfAbsent(key, _ -> new Field(line.name()));
    }

    private boolean isCompared(String key) {
        return shape
                ? OF_A_SHAPE.contains(key) || BY_VALUE.contains(key)
                : !BY_NATURE.contains(key);
    }

    private boolean isAlike(String key, Field field) {
        if (field.here.isEmpty() || field.there.isEmpty()) {
            return false;
        }
        if (shape) {
            return !BY_VALUE.contains(key)
                    || bare(field.here.getFirst()).equals(bare(field.there.getFirst()));
        }
        return neutralHere
                .of(key, String.join(", ", field.here))
                .equals(neutralThere.of(key, String.join(", ", field.there)));
    }

    /// Without parameters.
    private static String bare(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
