package io.callogram.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.record.CallRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where pages begin, and what only the first one says.
class FirstPageTest {

    private static final Query ALL = new Query.All();

    private final List<CallRecord> calls = new SyntheticCalls(5).some(300);
    private CallIndex index;

    @BeforeEach
    void fillsTheIndex() throws Exception {
        index = CallIndex.inMemory();
        for (int i = 0; i < calls.size(); i++) {
            index.add(calls.get(i), 1);
            if (i % 70 == 0) {
                index.refresh();
            }
        }
        index.refresh();
    }

    @AfterEach
    void closesTheIndex() throws Exception {
        index.close();
    }

    private List<CallRecord> all(Query query, Order order) throws Exception {
        List<CallRecord> all = new ArrayList<>();
        String after = null;
        do {
            Page page = index.search(new Search(query, order, 7, after));
            all.addAll(page.calls());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static Query parse(String text) throws Exception {
        return QueryParser.parse(text, SyntheticCalls.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"start", "-start", "talk", "-talk", "pdd", "-ring", "messages", "-messages"})
    void passesOverAsManyCallsAsItIsTold(String written) throws Exception {
        Order order = Order.parse(written);
        Query query = parse("not outcome:busy");
        List<CallRecord> all = all(query, order);
        for (int skip : List.of(0, 1, 2, 6, 7, 8, 50, all.size() - 2, all.size() - 1)) {
            Page page = index.search(new Search(query, order, 5, null, skip));
            assertThat(page.first()).isEqualTo(skip);
            assertThat(page.calls()).isEqualTo(all.subList(skip, Math.min(skip + 5, all.size())));
            assertThat(page.total()).isEqualTo(all.size());
        }
    }

    @Test
    void goesOnBehindAPageThatWasSkippedTo() throws Exception {
        Page page = index.search(new Search(ALL, Order.NEWEST, 5, null, 20));
        Page next = index.search(new Search(ALL, Order.NEWEST, 5, page.next()));
        assertThat(next.calls()).isEqualTo(all(ALL, Order.NEWEST).subList(25, 30));
        assertThat(next.first()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, Integer.MAX_VALUE})
    void isEmptyBehindTheEnd(int skip) throws Exception {
        Page page = index.search(new Search(ALL, Order.NEWEST, 5, null, skip));
        assertThat(page.calls()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(page.total()).isEqualTo(300);
    }

    @Test
    void saysWhatAllCallsAreOnTheFirstPageOnly() throws Exception {
        Page first = index.search(new Search(ALL, Order.NEWEST, 5, null));
        assertThat(first.summary().histogram()).isNotNull();
        assertThat(index.search(new Search(ALL, Order.NEWEST, 5, first.next())).summary()).isNull();
        assertThat(index.search(new Search(ALL, Order.NEWEST, 5, null, 5)).summary()).isNull();
    }

    @Test
    void countsAFacetAsIfNothingOfItWereChosen() throws Exception {
        Summary chosen = summary("outcome:busy (source:s1 or source:s2)");
        assertThat(chosen.total()).isEqualTo(counted("outcome:busy (source:s1 or source:s2)"));
        assertThat(counts(chosen, "outcome"))
                .isEqualTo(counts(summary("source:s1 or source:s2"), "outcome"));
        assertThat(counts(chosen, "source")).isEqualTo(counts(summary("outcome:busy"), "source"));
        assertThat(counts(chosen, "source")).containsKey("s3");
    }

    @Test
    void keepsClausesThatAskForSomethingElseToo() throws Exception {
        String mixed = "(outcome:busy or source:s1)";
        assertThat(counts(summary(mixed), "outcome").values().stream().mapToLong(n -> n).sum())
                .isEqualTo(counted(mixed));
        assertThat(counts(summary("not outcome:busy"), "outcome")).containsKey("busy");
    }

    private Summary summary(String query) throws Exception {
        return index.search(new Search(parse(query), Order.NEWEST, 1, null)).summary();
    }

    private long counted(String query) throws Exception {
        return index.count(parse(query));
    }

    private static Map<String, Long> counts(Summary summary, String facet) {
        return summary.facets().get(facet).stream()
                .collect(Collectors.toMap(Summary.Count::value, Summary.Count::count));
    }
}
