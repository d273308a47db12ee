package io.callogram.analyzer.pseudonym;

import java.util.Locale;
import java.util.Set;

/// Replaces what is somebody's in XML bodies (presence, dialog and registration states): names of
/// elements and attributes stay, and words that are states.
final class MarkupText {

    private static final Set<String> PLAIN_ATTRIBUTES =
            Set.of("version", "encoding", "state", "event", "direction", "reason", "standalone");

    private static final Set<String> STATES =
            Set.of(
                    ("open closed trying proceeding early confirmed terminated active pending init"
                                    + " full partial true false initiator recipient"
                                    + " picture_fast_update connected disconnected")
                            .split(" "));

    private final byte[] bytes;
    private final Pseudonyms pseudonyms;

    MarkupText(byte[] bytes, Pseudonyms pseudonyms) {
        this.bytes = bytes;
        this.pseudonyms = pseudonyms;
    }

    void replace(int from, int to) {
        Passage text = new Passage(bytes, from, to);
        int at = 0;
        while (at < text.length()) {
            if (text.is(at, '<') && text.is(at + 1, '!')) {
                int end = text.find(">", at, text.length());
                new Tokens(pseudonyms, text).replace(at, end, false);
                at = end + 1;
            } else if (text.is(at, '<')) {
                at = element(text, at + 1);
            } else {
                int end = text.find("<", at, text.length());
                content(text, at, end);
                at = end;
            }
        }
    }

    private void content(Passage text, int from, int to) {
        if (!STATES.contains(text.text(from, to).strip().toLowerCase(Locale.ROOT))) {
            new FieldText(text, pseudonyms).values(from, to);
        }
    }

    /// The attributes of a tag; where to go on.
    private int element(Passage text, int from) {
        int at = from;
        while (at < text.length() && !text.is(at, '>')) {
            if (!text.is(at, '"') && !text.is(at, '\'')) {
                at++;
                continue;
            }
            int end = text.find(text.is(at, '"') ? "\"" : "'", at + 1, text.length());
            if (!isPlain(text, from, at)) {
                content(text, at + 1, end);
            }
            at = end + 1;
        }
        return at + 1;
    }

    /// Whether the value that begins there is one of the attributes that say nothing of anybody.
    private static boolean isPlain(Passage text, int from, int quote) {
        int end = quote;
        while (end > from && (text.at(end - 1) <= ' ' || text.at(end - 1) == '=')) {
            end--;
        }
        int start = end;
        while (start > from && text.at(start - 1) > ' ') {
            start--;
        }
        String name = text.text(start, end).toLowerCase(Locale.ROOT);
        return PLAIN_ATTRIBUTES.contains(name) || name.startsWith("xmlns");
    }
}
