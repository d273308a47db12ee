package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.hint.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What is said of generated calls, held against what is true of them.
final class Confusion {

    /// @param right said and true
    /// @param wrong said, not true
    /// @param missing true, not said
    record Count(int right, int wrong, int missing) {

        Count plus(int moreRight, int moreWrong, int moreMissing) {
            return new Count(right + moreRight, wrong + moreWrong, missing + moreMissing);
        }
    }

    /// What was concluded, and only that: a call of a large capture is not kept.
    ///
    /// @param callIds of its legs
    record Said(Set<String> callIds, String outcome, String headline, Set<String> flows) {

        static Said of(Call call) {
            Findings findings = Findings.of(call);
            Set<String> callIds = new LinkedHashSet<>();
            for (Leg leg : call.legs()) {
                callIds.add(leg.callId());
            }
            Set<String> flows = new LinkedHashSet<>();
            for (Flow flow : findings.flows()) {
                flows.add(flow.kind().slug());
            }
            String headline = findings.headline() == null ? "" : findings.headline().slug();
            return new Said(callIds, call.result().outcome().slug(), headline, flows);
        }
    }

    private final Map<String, Count> flows = new TreeMap<>();
    private final Map<String, Map<String, Integer>> headlines = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private int split;

    /// @param counted slugs to count; others are passed over
    static Confusion of(List<Truth> truths, List<Said> said, Predicate<String> counted) {
        Confusion confusion = new Confusion();
        Map<String, Said> byCallId = new HashMap<>();
        for (Said one : said) {
            for (String callId : one.callIds()) {
                byCallId.put(callId, one);
            }
        }
        for (Truth truth : truths) {
            confusion.compare(truth, byCallId, counted);
        }
        return confusion;
    }

    private void compare(Truth truth, Map<String, Said> byCallId, Predicate<String> counted) {
        Set<String> found = new LinkedHashSet<>();
        Set<Said> entries = new LinkedHashSet<>();
        for (String callId : truth.callIds()) {
            Said one = byCallId.get(callId);
            if (one != null) {
                entries.add(one);
                found.addAll(one.flows());
            }
        }
        split += entries.size() == 1 ? 0 : 1;
        Set<String> all = new LinkedHashSet<>(truth.flows());
        all.addAll(found);
        for (String slug : all) {
            if (counted.test(slug)) {
                count(slug, truth, found);
            }
        }
        String headline = entries.size() == 1 ? entries.iterator().next().headline() : "-";
        headlines
                .computeIfAbsent(truth.headline(), _ -> new TreeMap<>())
                .merge(headline, 1, Integer::sum);
    }

    private void count(String slug, Truth truth, Set<String> found) {
        boolean said = found.contains(slug);
        boolean holds = truth.flows().contains(slug);
        Count before = flows.getOrDefault(slug, new Count(0, 0, 0));
        flows.put(slug, before.plus(said && holds ? 1 : 0, said && !holds ? 1 : 0, said ? 0 : 1));
        if (said != holds) {
            mistakes.add(
                    (said ? "wrong " : "missing ")
                            + slug
                            + " in "
                            + truth.callIds().iterator().next()
                            + " of "
                            + truth.flows()
                            + ", said "
                            + found);
        }
    }

    Map<String, Count> flows() {
        return flows;
    }

    /// Each with the truth beside it.
    List<String> mistakes() {
        return mistakes;
    }

    /// Entries of the truth that became several, or none.
    int split() {
        return split;
    }

    /// A table for people.
    String table() {
        StringBuilder out = new StringBuilder();
        out.append("| flow | true | right | wrong | missing | precision | recall |\n");
        out.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        flows.forEach((slug, c) ->
                out.append(
                        String.format(
                                Locale.ROOT,
                                "| `%s` | %d | %d | %d | %d | %s | %s |%n",
                                slug,
                                c.right + c.missing,
                                c.right,
                                c.wrong,
                                c.missing,
                                share(c.right, c.right + c.wrong),
                                share(c.right, c.right + c.missing))));
        return out.toString();
    }

    /// What the true headline was called: first itself, then everything else.
    String headlineTable() {
        StringBuilder out = new StringBuilder();
        out.append("| true headline | entries | said so | said instead |\n");
        out.append("| --- | ---: | ---: | --- |\n");
        headlines.forEach((truth, said) -> {
            Map<String, Integer> others = new TreeMap<>(said);
            Integer right = others.remove(truth);
            int all = said.values().stream().mapToInt(Integer::intValue).sum();
            out.append(
                    String.format(
                            Locale.ROOT,
                            "| `%s` | %d | %d | %s |%n",
                            truth,
                            all,
                            right == null ? 0 : right,
                            others.isEmpty() ? "" : others));
        });
        return out.toString();
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.3f %%", 100.0 * part / whole);
    }
}
