package io.callogram.capture.file;

import io.callogram.capture.packet.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What could not be read: the first hundred in words, all of them in numbers.
public final class Troubles {

    static final int MAX_LISTED = 100;
    public static final Troubles NONE = new Troubles();

    private final List<Trouble> listed = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    public synchronized void add(String reason, long at, String sentence, Object... arguments) {
        counts.merge(reason, 1L, Long::sum);
        if (listed.size() < MAX_LISTED) {
            listed.add(new Trouble(reason, at, String.format(Locale.ROOT, sentence, arguments)));
        }
    }

    /// Bytes that were passed over, up to where reading went on, or up to the end of the capture.
    void damaged(long from, long to, boolean atEnd) {
        if (atEnd) {
            String sentence = "is damaged from byte %,d on; nothing could be read behind it";
            add("damaged", from, sentence, from);
        } else {
            String sentence = "is damaged from byte %,d to byte %,d; reading went on behind it";
            add("damaged", from, sentence, from, to);
        }
    }

    synchronized List<Trouble> list() {
        return List.copyOf(listed);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
