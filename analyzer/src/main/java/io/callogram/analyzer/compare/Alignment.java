package io.callogram.analyzer.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two courses side by side so that as many messages as possible correspond, in order (Needleman
/// and Wunsch, 1970); what is left over on both sides has moved.
final class Alignment {

    private static final int SAME = 6;
    private static final int OTHER_ANSWER = 2;
    private static final int OTHER_END = 1;

    private final List<Passage> here;
    private final List<Passage> there;

    private Alignment(List<Passage> here, List<Passage> there) {
        this.here = here;
        this.there = there;
    }

    /// Rows without changes of header fields.
    static List<Row> of(List<Passage> here, List<Passage> there) {
        return moved(new Alignment(here, there).rows());
    }

    private List<Row> rows() {
        int[][] best = best();
        List<Row> rows = new ArrayList<>(here.size() + there.size());
        int i = 0;
        int j = 0;
        while (i < here.size() || j < there.size()) {
            boolean both = i < here.size() && j < there.size();
            int score = both ? score(here.get(i), there.get(j)) : 0;
            if (score > 0 && best[i][j] == best[i + 1][j + 1] + score) {
                Row.Kind kind = score == SAME ? Row.Kind.SAME : Row.Kind.DIFFERENT;
                rows.add(new Row(kind, here.get(i++), there.get(j++), List.of()));
            } else if (i == here.size() || (both && best[i][j] == best[i][j + 1])) {
                rows.add(row(Row.Kind.MISSING, null, there.get(j++)));
            } else {
                rows.add(row(Row.Kind.EXTRA, here.get(i++), null));
            }
        }
        return rows;
    }

    private static Row row(Row.Kind kind, @Nullable Passage here, @Nullable Passage there) {
        return new Row(kind, here, there, List.of());
    }

    /// What the best alignment of the rests from here on is worth.
    private int[][] best() {
        int[][] best = new int[here.size() + 1][there.size() + 1];
        for (int i = here.size() - 1; i >= 0; i--) {
            for (int j = there.size() - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                int score = score(here.get(i), there.get(j));
                best[i][j] = score > 0 ? Math.max(skip, best[i + 1][j + 1] + score) : skip;
            }
        }
        return best;
    }

    private static int score(Passage one, Passage other) {
        if (one.isSame(other)) {
            return SAME;
        }
        return one.isOtherAnswer(other) ? OTHER_ANSWER : one.isOtherEnd(other) ? OTHER_END : 0;
    }

    private static List<Row> moved(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (int i = 0; i < all.size(); i++) {
            Passage here = all.get(i).here();
            if (all.get(i).kind() == Row.Kind.EXTRA && here != null) {
                int other = missing(all, here);
                if (other >= 0) {
                    all.set(i, row(Row.Kind.MOVED, here, all.get(other).there()));
                    all.remove(other);
                    i -= other < i ? 1 : 0;
                }
            }
        }
        return all;
    }

    private static int missing(List<Row> rows, Passage like) {
        for (int i = 0; i < rows.size(); i++) {
            Passage there = rows.get(i).there();
            if (rows.get(i).kind() == Row.Kind.MISSING && there != null && there.isSame(like)) {
                return i;
            }
        }
        return -1;
    }
}
