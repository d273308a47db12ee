package io.callogram.analyzer.index;

import io.callogram.analyzer.call.Outcome;
import java.util.ArrayList;
import java.util.List;

/// Equal spans of time with their counts; as wide as a clock or a calendar would make them, so that
/// bars stand where people expect them.
final class Buckets {

    static final int MOST = 96;

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final long[] WIDTHS = {
        MILLISECOND,
        10 * MILLISECOND,
        100 * MILLISECOND,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY
    };

    private final long from;
    private final long width;
    private final long[][] counts;

    private Buckets(long from, long width, int count) {
        this.from = from;
        this.width = width;
        this.counts = new long[count][3];
    }

    static Buckets over(long first, long last) {
        int i = 0;
        long width = WIDTHS[0];
        while (count(first, last, width) > MOST) {
            i++;
            width = i < WIDTHS.length ? WIDTHS[i] : width * 2;
        }
        return new Buckets(
                Math.floorDiv(first, width) * width, width, (int) count(first, last, width));
    }

    private static long count(long first, long last, long width) {
        return Math.floorDiv(last, width) - Math.floorDiv(first, width) + 1;
    }

    /// Which of a bucket's three counts an outcome belongs to.
    static int kind(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED, OK, IN_PROGRESS -> 0;
            case BUSY, NO_ANSWER, CANCELLED, REDIRECTED -> 1;
            case REJECTED, FAILED -> 2;
        };
    }

    void add(long start, int kind) {
        counts[(int) ((start - from) / width)][kind]++;
    }

    Summary.Histogram histogram() {
        List<Summary.Bucket> buckets = new ArrayList<>(counts.length);
        for (long[] count : counts) {
            buckets.add(new Summary.Bucket(count[0], count[1], count[2]));
        }
        return new Summary.Histogram(from, width, List.copyOf(buckets));
    }
}
