package io.callogram.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.sip.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallIndexTest {

    private static final Query ALL = new Query.All();

    private final List<CallRecord> calls = new SyntheticCalls(3).some(400);
    private CallIndex index;

    @BeforeEach
    void fillsTheIndex() throws IOException {
        index = CallIndex.inMemory();
        for (int i = 0; i < calls.size(); i++) {
            index.add(calls.get(i), 1);
            if (i % 90 == 0) {
                index.refresh();
            }
        }
        index.refresh();
    }

    @AfterEach
    void closesTheIndex() throws IOException {
        index.close();
    }

    private Page page(Order order, int limit, @Nullable String after) throws Exception {
        return index.search(new Search(ALL, order, limit, after));
    }

    private List<CallRecord> pages(Order order, int limit) throws Exception {
        List<CallRecord> all = new ArrayList<>();
        String after = null;
        do {
            Page page = page(order, limit, after);
            all.addAll(page.calls());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Test
    void givesBackWhatWasAdded() throws Exception {
        assertThat(new HashSet<>(pages(Order.NEWEST, 500))).isEqualTo(new HashSet<>(calls));
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        List<CallRecord> expected = new ArrayList<>(calls);
        expected.sort(
                Comparator.comparingLong((CallRecord call) -> call.row().times().start())
                        .reversed());
        assertThat(page(Order.NEWEST, 10, null).calls()).isEqualTo(expected.subList(0, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "-start",
                "duration",
                "-talk",
                "talk",
                "pdd",
                "-ring",
                "messages",
                "-messages"
            })
    void pagesThroughEveryCallOnceInAnyOrder(String written) throws Exception {
        Order order = Objects.requireNonNull(Order.parse(written));
        List<CallRecord> paged = pages(order, 7);
        assertThat(paged).hasSameSizeAs(calls);
        assertThat(new HashSet<>(paged)).hasSameSizeAs(calls);
        assertThat(paged).isEqualTo(pages(order, 400));
        assertThat(paged.getFirst().row().times().start())
                .isEqualTo(page(order, 1, null).calls().getFirst().row().times().start());
        List<Long> values =
                paged.stream()
                        .map(call -> value(order.key(), call))
                        .filter(value -> value >= 0)
                        .toList();
        Comparator<Long> natural = Comparator.naturalOrder();
        assertThat(values).isSortedAccordingTo(order.descending() ? natural.reversed() : natural);
        List<CallRecord> reverse = pages(new Order(order.key(), !order.descending()), 7);
        assertThat(reverse.reversed()).isEqualTo(paged);
    }

    private static long value(Order.Key key, CallRecord call) {
        return switch (key) {
            case START -> call.row().times().start();
            case DURATION -> call.row().times().end() - call.row().times().start();
            case TALK -> call.row().times().talk();
            case PDD -> call.row().times().postDialDelay();
            case RING -> call.row().times().ring();
            case MESSAGES -> call.row().messages();
        };
    }

    @Test
    void keepsACursorValidWhileCallsComeAndGo() throws Exception {
        Page first = page(Order.NEWEST, 20, null);
        index.remove(first.calls().getLast().row().id());
        index.add(
                new SyntheticCalls(99)
                        .next(1, SyntheticCalls.EPOCH + 1_000 * SyntheticCalls.SECOND),
                1);
        index.refresh();
        Page second = page(Order.NEWEST, 20, first.next());
        assertThat(second.calls().getFirst().row().times().start())
                .isLessThan(first.calls().getLast().row().times().start());
        assertThat(second.total()).isEqualTo(calls.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA", "AQEAAAAAAAAAAAAAAAAAAAAA"})
    void refusesACursorThatIsNone(String cursor) {
        assertThatThrownBy(() -> page(Order.NEWEST, 20, cursor)).isInstanceOf(UnusableCursor.class);
    }

    @Test
    void countsFacetsExactly() throws Exception {
        Map<String, Long> expected =
                calls.stream()
                        .collect(
                                Collectors.groupingBy(
                                        call -> call.row().outcome().slug(),
                                        Collectors.counting()));
        Summary summary = page(Order.NEWEST, 1, null).summary();
        assertThat(counts(summary, "outcome")).isEqualTo(expected);
        assertThat(counts(summary, "source")).containsOnlyKeys("s1", "s2", "s3");
        assertThat(counts(summary, "flow"))
                .containsEntry(
                        "hold",
                        calls.stream().filter(call -> !call.row().flows().isEmpty()).count());
        assertThat(summary.facets().get("kind"))
                .isSortedAccordingTo(
                        Comparator.comparingLong(Summary.Count::count)
                                .reversed()
                                .thenComparing(Summary.Count::value));
    }

    private static Map<String, Long> counts(Summary summary, String facet) {
        return summary.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(Summary.Count::value, Summary.Count::count));
    }

    @Test
    void putsEveryCallIntoItsBucket() throws Exception {
        Summary.Histogram histogram =
                Objects.requireNonNull(page(Order.NEWEST, 1, null).summary().histogram());
        assertThat(histogram.buckets()).hasSizeBetween(20, Buckets.MOST);
        assertThat(histogram.width()).isEqualTo(2 * SyntheticCalls.SECOND);
        for (int i = 0; i < histogram.buckets().size(); i++) {
            long from = histogram.from() + i * histogram.width();
            Summary.Bucket bucket = histogram.buckets().get(i);
            List<CallRecord> within =
                    calls.stream()
                            .filter(call ->
                                    call.row().times().start() >= from
                                            && call.row().times().start()
                                                    < from + histogram.width())
                            .toList();
            assertThat(bucket.ok() + bucket.no() + bucket.bad()).isEqualTo(within.size());
            assertThat(bucket.bad())
                    .isEqualTo(
                            within.stream()
                                    .filter(call ->
                                            call.row().outcome() == Outcome.REJECTED
                                                    || call.row().outcome() == Outcome.FAILED)
                                    .count());
        }
    }

    @Test
    void bucketsAnySpanOfTime() {
        for (long span = 1; span > 0; span *= 3) {
            Buckets buckets = Buckets.over(-5, -5 + span);
            buckets.add(-5, 0);
            buckets.add(-5 + span, 2);
            assertThat(buckets.histogram().buckets()).hasSizeLessThanOrEqualTo(Buckets.MOST);
            assertThat(buckets.histogram().buckets().getLast().bad()).isEqualTo(1);
        }
    }

    @Test
    void findsTheCallOfAMessage() throws Exception {
        for (CallRecord call : calls.subList(0, 50)) {
            for (Where place : call.places()) {
                assertThat(index.byPosition(place.source(), place.position())).contains(call);
                assertThat(index.byPosition(place.source() + 7, place.position())).isEmpty();
            }
        }
    }

    @Test
    void replacesACallOfTheSameId() throws Exception {
        CallRecord old = calls.get(5);
        CallRecord other = new SyntheticCalls(77).next(1, old.row().times().start());
        CallRecord changed = SyntheticCalls.withCallId(other, old.row().id(), "another@call");
        index.add(changed, 1);
        index.refresh();
        assertThat(index.byId(old.row().id())).contains(changed);
        assertThat(index.count(ALL)).isEqualTo(calls.size());
        Where gone = old.places().getFirst();
        assertThat(index.byPosition(gone.source(), gone.position())).isEmpty();
    }

    @Test
    void forgetsASource() throws Exception {
        index.removeSource(2);
        index.refresh();
        assertThat(pages(Order.NEWEST, 100)).noneMatch(call -> call.row().source() == 2);
        assertThat(index.count(ALL))
                .isEqualTo(calls.stream().filter(call -> call.row().source() != 2).count());
    }

    @Test
    void doesNotShowWhatWasNotRefreshed() throws Exception {
        index.remove(calls.getFirst().row().id());
        assertThat(index.byId(calls.getFirst().row().id())).isPresent();
        index.refresh();
        assertThat(index.byId(calls.getFirst().row().id())).isEmpty();
    }

    @Test
    void findsTermsThatAreTooLongByTheirBeginning() throws Exception {
        String callId = "X".repeat(60_000);
        CallRecord call = SyntheticCalls.withCallId(calls.getFirst(), "c-long", callId);
        index.add(call, 1);
        index.refresh();
        Query prefix = QueryParser.parse("callid:xxxx*", 0);
        assertThat(index.search(new Search(prefix, Order.NEWEST, 5, null)).calls())
                .containsExactly(call);
    }

    @Test
    void goesOnWhereItWasCommitted(@TempDir Path folder) throws Exception {
        try (CallIndex disk = CallIndex.open(folder)) {
            assertThat(disk.checkpoint()).isEmpty();
            disk.add(calls.getFirst(), 1);
            disk.commit(Map.of("position", "4711"));
        }
        try (CallIndex disk = CallIndex.open(folder)) {
            assertThat(disk.checkpoint()).isEqualTo(Map.of("position", "4711"));
            assertThat(disk.byId(calls.getFirst().row().id())).contains(calls.getFirst());
            assertThat(disk.newest()).isEqualTo(calls.getFirst().row().times().start());
        }
    }

    @Test
    void beginsAnewOverADamagedIndex(@TempDir Path folder) throws Exception {
        try (CallIndex disk = CallIndex.open(folder)) {
            disk.add(calls.getFirst(), 1);
            disk.commit(Map.of("position", "4711"));
        }
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.getFileName().toString().startsWith("segments"))
                            .toList()) {
                Files.writeString(file, "damaged");
            }
        }
        try (CallIndex disk = CallIndex.open(folder)) {
            assertThat(disk.checkpoint()).isEmpty();
            assertThat(disk.byId(calls.getFirst().row().id())).isEqualTo(Optional.empty());
            assertThat(disk.newest()).isZero();
        }
    }
}
