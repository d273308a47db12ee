package io.callogram.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.index.query.Evaluation;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.record.CallRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final Set<Outcome> REACHED =
            EnumSet.of(Outcome.ANSWERED, Outcome.BUSY, Outcome.NO_ANSWER, Outcome.CANCELLED);

    private final List<CallRecord> all = new SyntheticCalls(17).some(700);
    private CallIndex index;

    @BeforeEach
    void opens() throws Exception {
        index = CallIndex.inMemory();
        for (int i = 0; i < all.size(); i++) {
            index.add(all.get(i), 1);
            if (i % 150 == 149) {
                index.refresh();
            }
        }
        index.refresh();
    }

    @AfterEach
    void closes() throws Exception {
        index.close();
    }

    private void check(String written) throws Exception {
        Query query = QueryParser.parse(written, SyntheticCalls.EPOCH);
        Statistics statistics = index.statistics(query);
        List<CallRecord> matching = all.stream().filter(Evaluation.of(query)).toList();
        List<CallRecord> attempts =
                matching.stream()
                        .filter(call -> call.row().kind() == CallKind.CALL)
                        .filter(call -> call.row().outcome() != Outcome.IN_PROGRESS)
                        .toList();
        assertThat(statistics.summary().total()).isEqualTo(matching.size());
        assertThat(statistics.attempts()).isEqualTo(attempts.size());
        assertThat(statistics.answered()).isEqualTo(count(attempts, EnumSet.of(Outcome.ANSWERED)));
        long declined =
                attempts.stream()
                        .filter(call -> call.row().outcome() == Outcome.REJECTED)
                        .filter(call -> "declined".equals(call.row().outcomeClass()))
                        .count();
        assertThat(statistics.effective()).isEqualTo(count(attempts, REACHED) + declined);
        TreeMap<String, Long> codes = new TreeMap<>();
        matching.forEach(call -> codes.merge(Integer.toString(call.row().code()), 1L, Long::sum));
        TreeMap<String, Long> counted = new TreeMap<>();
        statistics.codes().forEach(code -> counted.put(code.value(), code.count()));
        assertThat(counted).isEqualTo(codes);
        long[] delays =
                matching.stream()
                        .mapToLong(call -> call.row().times().postDialDelay())
                        .filter(delay -> delay >= 0)
                        .sorted()
                        .toArray();
        Statistics.Percentiles percentiles = statistics.postDialDelay();
        assertThat(percentiles).isNotNull();
        assertThat(percentiles.count()).isEqualTo(delays.length);
        assertThat(percentiles.most()).isEqualTo(delays[delays.length - 1]);
        assertThat(percentiles.p90()).isEqualTo(delays[(int) Math.ceil(delays.length * 0.9) - 1]);
        assertThat(percentiles.p50()).isEqualTo(delays[(int) Math.ceil(delays.length * 0.5) - 1]);
    }

    private static long count(List<CallRecord> calls, Set<Outcome> outcomes) {
        return calls.stream().filter(call -> outcomes.contains(call.row().outcome())).count();
    }

    @Test
    void countsWhatTheCallsSay() throws Exception {
        check("");
        check("source:s1 or source:s2");
        check("kind:call not outcome:busy");
        check("flow:hold");
    }

    @Test
    void hasNoRatiosWithoutAttempts() throws Exception {
        Statistics none = index.statistics(QueryParser.parse("caller:nobody", 0));
        assertThat(none.answerSeizureRatio()).isNegative();
        assertThat(none.networkEffectivenessRatio()).isNegative();
        assertThat(none.postDialDelay()).isNull();
        assertThat(none.codes()).isEmpty();
    }
}
