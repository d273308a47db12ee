package io.callogram.analyzer.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is true from a message on that no message says: steps without a message of their own.
final class Milestones {

    private final Map<Integer, List<Line>> after = new TreeMap<>();

    private Milestones() {}

    static Milestones of(Plot plot, Words words) {
        Milestones milestones = new Milestones();
        switch (plot.call().kind()) {
            case CALL -> {
                new Conversations(plot, words, milestones).tell();
                new Attempts(plot, words, milestones).tell();
            }
            case REGISTRATION -> new Bindings(plot, words, milestones).tell();
            case SUBSCRIPTION, OPTIONS, MESSAGE, ATTACK, OTHER -> {}
        }
        return milestones;
    }

    void add(int message, Line line) {
        after.computeIfAbsent(message, _ -> new ArrayList<>(1)).add(line);
    }

    /// Those that follow a message; before the first one, those after 0.
    List<Line> after(int message) {
        return after.getOrDefault(message, List.of());
    }
}
