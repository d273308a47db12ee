package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.pipeline.Calls;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which expectations each call matches; of the call itself only its line in the report is kept.
final class Verdicts implements Calls<Verdicts.Verdict> {
    private static final int SHOWN = 10;

    private final Rulebook rules;
    private final List<Expectation> expectations;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /// @param matched one bit for each expectation
    record Verdict(long start, String line, BitSet matched) {}

    Verdicts(Rulebook rules, List<Expectation> expectations) {
        this.rules = rules;
        this.expectations = expectations;
    }

    @Override
    public Verdict view(Call call) {
        Findings findings = rules.judge(call);
        BitSet matched = new BitSet(expectations.size());
        for (int i = 0; i < expectations.size(); i++) {
            matched.set(i, expectations.get(i).matches().test(findings));
        }
        CallRow row = CallRow.of(findings, 1);
        String line = String.join("  ", row.id(), Columns.parties(row), Columns.headline(row));
        return new Verdict(call.times().start(), line, matched);
    }

    @Override
    public void put(String id, long start, Verdict verdict, boolean again) {
        verdicts.put(id, verdict);
    }

    @Override
    public void retract(String id) {
        verdicts.remove(id);
    }

    int calls() {
        return verdicts.size();
    }

    int matching(int expectation) {
        return (int)
                verdicts.values().stream()
                        .filter(verdict -> verdict.matched.get(expectation))
                        .count();
    }

    /// The first calls that do not match.
    List<String> failing(int expectation) {
        return verdicts.values().stream()
                .filter(verdict -> !verdict.matched.get(expectation))
                .sorted(Comparator.comparingLong(Verdict::start).thenComparing(Verdict::line))
                .limit(SHOWN)
                .map(Verdict::line)
                .toList();
    }
}
