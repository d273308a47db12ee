package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.pipeline.Calls;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The calls that `--call` names: one by its id, or all that match a query.
final class Selection implements Calls<Optional<Call>> {
    private static final int SHOWN = 10;

    private final @Nullable String wanted;
    private final Predicate<Call> filter;
    private final Map<String, Call> calls = new HashMap<>();

    Selection(@Nullable String wanted, Rulebook rules) {
        this.wanted = wanted;
        this.filter = isId(wanted) ? call -> call.id().equals(wanted) : matching(wanted, rules);
    }

    /// Reads a capture for the calls that are wanted of it.
    static Selection of(String file, @Nullable String wanted, Rulebook rules) throws IOException {
        Selection selection = new Selection(wanted, rules);
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            reading.analyze(1, selection);
        }
        return selection;
    }

    /// One call after the other, an empty line between them.
    ///
    /// @param out a file, or null for standard output
    static void write(List<Call> calls, @Nullable Path out, Picture picture) throws IOException {
        if (out == null) {
            PrintStream to = System.out;
            write(calls, to, picture);
            to.flush();
        } else {
            try (OutputStream to = Files.newOutputStream(out)) {
                write(calls, to, picture);
            }
        }
    }

    private static void write(List<Call> calls, OutputStream to, Picture picture)
            throws IOException {
        for (int i = 0; i < calls.size(); i++) {
            if (i > 0) {
                to.write('\n');
            }
            to.write(picture.of(calls.get(i)));
        }
    }

    /// What is shown of a call.
    interface Picture {
        byte[] of(Call call) throws IOException;
    }

    private static Predicate<Call> matching(@Nullable String query, Rulebook rules) {
        if (query == null) {
            return _ -> true;
        }
        Predicate<Findings> matches = Filter.of(query);
        return call -> matches.test(rules.judge(call));
    }

    private static boolean isId(@Nullable String wanted) {
        return wanted != null && wanted.startsWith("c-") && wanted.indexOf(' ') < 0;
    }

    @Override
    public Optional<Call> view(Call call) {
        return Optional.of(call).filter(filter);
    }

    @Override
    public void put(String id, long start, Optional<Call> call, boolean again) {
        call.ifPresentOrElse(wantedOne -> calls.put(id, wantedOne), () -> calls.remove(id));
    }

    @Override
    public void retract(String id) {
        calls.remove(id);
    }

    /// In order of start; never empty.
    List<Call> all() {
        if (calls.isEmpty()) {
            throw Refusal.failed(
                    wanted == null
                            ? "there is no call in this capture."
                            : "no call matches " + wanted + ".");
        }
        return calls.values().stream()
                .sorted(
                        Comparator.comparingLong((Call call) -> call.times().start())
                                .thenComparing(Call::id))
                .toList();
    }

    Call only() {
        List<Call> all = all();
        if (all.size() > 1) {
            List<String> some = all.stream().limit(SHOWN).map(Selection::line).toList();
            throw Refusal.wrongUsage(
                    all.size()
                            + " calls match; name one with --call ID:\n"
                            + String.join("\n", some));
        }
        return all.getFirst();
    }

    private static String line(Call call) {
        return "  " + call.id() + "  " + call.caller().user() + " → " + call.callee().user();
    }
}
