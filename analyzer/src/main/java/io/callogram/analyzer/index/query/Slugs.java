package io.callogram.analyzer.index.query;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.HintKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The fields whose values are slugs of ours. A slug that there is not can only be a slip, and in
/// `no hint:no-akc` a slip that always holds: it is refused.
final class Slugs {

    private static final int FEW = 10;

    private static final Map<WordField, List<String>> KNOWN =
            Map.of(
                    WordField.KIND, of(CallKind.values(), CallKind::slug),
                    WordField.OUTCOME, of(Outcome.values(), Outcome::slug),
                    WordField.FLOW, of(FlowKind.values(), FlowKind::slug),
                    WordField.HINT, of(HintKind.values(), HintKind::slug),
                    WordField.CONFIDENCE, of(Confidence.values(), Confidence::slug));

    private Slugs() {}

    private static <E> List<String> of(E[] values, Function<E, String> slug) {
        return Arrays.stream(values).map(slug).toList();
    }

    static Query words(WordField field, String value, int column) throws UnreadableQuery {
        Glob glob = Reader.glob(value, true, column);
        Glob.Bytes ready = glob.compile();
        List<String> known = KNOWN.getOrDefault(field, List.of());
        if (known.stream().noneMatch(ready::matches)) {
            throw new UnreadableQuery(column, expected(field, known, value));
        }
        return new Query.Words(field, List.of(glob));
    }

    private static String expected(WordField field, List<String> known, String written) {
        if (known.size() <= FEW) {
            return "one of " + String.join(", ", known);
        }
        String nearest = known.getFirst();
        for (String slug : known) {
            if (alike(slug, written) > alike(nearest, written)) {
                nearest = slug;
            }
        }
        return "a " + field.name().toLowerCase(Locale.ROOT) + " such as " + nearest;
    }

    /// Characters at both ends that agree.
    private static int alike(String slug, String written) {
        int most = Math.min(slug.length(), written.length());
        int start = 0;
        while (start < most && slug.charAt(start) == written.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && slug.charAt(slug.length() - 1 - end)
                        == written.charAt(written.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }
}
