package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;
import java.util.List;

/// Keeps the values that rules name (RFC 3261 §20 and its extensions), capped; credentials without
/// their secret.
final class MarkReader {

    private static final int LONGEST = 4096;
    private static final int LISTS = 128;
    private static final Marked FOCUS = new Marked(Mark.FOCUS, "isfocus");
    private static final Marked EARLY_SESSION =
            new Marked(Mark.CONTENT_DISPOSITION, "early-session");

    private final Interned<Marked> known;
    private final SharedLists<Marked> lists = new SharedLists<>(LISTS);

    /// A value for each line at most, and what the message as a whole says.
    private final Marked[] marks = new Marked[Lines.MOST_LINES + 3];

    private int count;

    MarkReader(int cache) {
        known = new Interned<>(cache);
    }

    void clear() {
        count = 0;
    }

    List<Marked> marks() {
        return lists.of(marks, count);
    }

    private void add(Marked marked) {
        marks[count++] = marked;
    }

    void keep(Mark mark, Value value) {
        if (isSecret(mark)) {
            add(new Marked(mark, text(mark, value.bytes, value.from, value.to)));
            return;
        }
        long hash =
                Hash64.of(value.bytes, value.from, value.to - value.from) ^ mark.field().hashCode();
        Marked marked = known.find(hash, value.bytes, value.from, value.to);
        if (marked == null || marked.mark() != mark) {
            marked = new Marked(mark, text(mark, value.bytes, value.from, value.to));
            known.keep(hash, value.bytes, value.from, value.to, marked);
        }
        add(marked);
    }

    void keepFocus() {
        add(FOCUS);
    }

    void keepEarlySession() {
        add(EARLY_SESSION);
    }

    void keepGist(byte[] bytes, int from, int to) {
        add(new Marked(Mark.GIST, Ascii.text(bytes, from, to)));
    }

    /// A vendor's field is kept with its name.
    void keepNamed(byte[] message, int nameAt, int nameEnd, Value value) {
        String name = Ascii.text(message, nameAt, nameEnd);
        String text = text(Mark.VENDOR_CALL_ID, value.bytes, value.from, value.to);
        add(new Marked(Mark.VENDOR_CALL_ID, name + ": " + text));
    }

    private static String text(Mark mark, byte[] bytes, int from, int to) {
        return isSecret(mark)
                ? Credentials.without(bytes, from, to, LONGEST)
                : Ascii.text(bytes, from, Math.min(to, from + LONGEST));
    }

    private static boolean isSecret(Mark mark) {
        return mark == Mark.CREDENTIALS || mark == Mark.PROXY_CREDENTIALS;
    }
}
