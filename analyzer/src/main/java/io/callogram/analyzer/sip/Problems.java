package io.callogram.analyzer.sip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// The problems of the message being read: all are counted, the first are kept.
final class Problems {

    private static final int KEPT = 64;

    private final int[] from = new int[KEPT];
    private final int[] to = new int[KEPT];
    private final Defect[] what = new Defect[KEPT];
    private final EnumSet<Defect> once = EnumSet.noneOf(Defect.class);
    private int count;

    void clear() {
        count = 0;
        once.clear();
    }

    int count() {
        return count;
    }

    void note(Defect defect, int start, int end) {
        if (count < KEPT) {
            what[count] = defect;
            from[count] = start;
            to[count] = end;
        }
        count++;
    }

    /// For what a message does on every line or not at all: only its first place is noted.
    void noteOnce(Defect defect, int start, int end) {
        if (once.add(defect)) {
            note(defect, start, end);
        }
    }

    /// In order of place.
    List<ParseProblem> list(byte[] bytes, int offset) {
        List<ParseProblem> list = new ArrayList<>();
        for (int i = 0; i < Math.min(count, KEPT); i++) {
            int start = Math.min(from[i], bytes.length);
            int end = Math.clamp(to[i], start, bytes.length);
            list.add(
                    new ParseProblem(
                            what[i],
                            start - offset,
                            end - start,
                            Escaped.excerpt(bytes, start, end)));
        }
        list.sort(Comparator.comparingInt(ParseProblem::at));
        return List.copyOf(list);
    }
}
