package io.callogram.analyzer.call;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// The tries of the last minute: how many, how many failed, and at how many different targets. Each
/// enters once and leaves once.
final class ScanWindow {

    /// Of a hundred.
    private static final int FAILED = 80;

    /// More callers than these are a trunk's, whose calls all fail for once.
    private static final int CALLERS = 2;

    private record Try(int leg, long time, long target, long caller, boolean failed) {}

    private final int least;
    private final ArrayDeque<Try> tries = new ArrayDeque<>();
    private final ArrayDeque<Try> untied = new ArrayDeque<>();
    private final Map<Long, Integer> targets = new HashMap<>();
    private final Map<Long, Integer> callers = new HashMap<>();
    private int failed;

    /// @param least so many different targets are a scan
    ScanWindow(int least) {
        this.least = least;
    }

    void add(int leg, long time, long target, long caller, boolean fails) {
        while (!tries.isEmpty() && time - tries.peekFirst().time() > ProbeReading.WINDOW) {
            leave(tries.removeFirst());
        }
        Try next = new Try(leg, time, target, caller, fails);
        tries.addLast(next);
        if (fails) {
            failed++;
            targets.merge(target, 1, Integer::sum);
            untied.addLast(next);
            if (caller != 0) {
                callers.merge(caller, 1, Integer::sum);
            }
        }
    }

    private void leave(Try old) {
        if (!old.failed()) {
            return;
        }
        failed--;
        less(targets, old.target());
        less(callers, old.caller());
        if (!untied.isEmpty() && untied.peekFirst().leg() == old.leg()) {
            untied.removeFirst();
        }
    }

    private static void less(Map<Long, Integer> counts, long key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    /// The next failed try that is part of a scan and was not given yet, or -1.
    int next() {
        boolean scan =
                targets.size() >= least
                        && callers.size() <= CALLERS
                        && failed * 100L >= tries.size() * (long) FAILED;
        return scan && !untied.isEmpty() ? untied.removeFirst().leg() : -1;
    }

    int size() {
        return tries.size();
    }
}
