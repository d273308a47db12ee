package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.query.UnreadableQuery;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// Measures the index over many calls, on a machine that does nothing else; run by hand: folder,
/// number of calls.
final class IndexBenchmark {

    private static final int ROUNDS = 300;

    private final CallIndex index;
    private final SplittableRandom random = new SplittableRandom(9);

    private IndexBenchmark(CallIndex index) {
        this.index = index;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        try (CallIndex index = CallIndex.open(folder)) {
            if (index.newest() == 0) {
                fill(index, count);
            }
            size(folder, index.count(new Query.All()));
            new IndexBenchmark(index).run();
        }
    }

    private static void fill(CallIndex index, int count) throws IOException {
        SyntheticCalls calls = new SyntheticCalls(42);
        long begin = now();
        long making = 0;
        for (int i = 0; i < count; i++) {
            long before = now();
            CallRecord call = calls.next(i, SyntheticCalls.EPOCH + i * 80_000_000L);
            making += now() - before;
            index.add(call, 1);
        }
        index.commit(Map.of());
        index.refresh();
        double seconds = (now() - begin - making) / 1e9;
        System.out.printf(
                "index: %d calls in %.1f s, %.0f a second%n", count, seconds, count / seconds);
    }

    private static void size(Path folder, long count) throws IOException {
        try (var files = Files.list(folder)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            System.out.printf("size: %.0f bytes a call%n", bytes / (double) count);
        }
    }

    private void run() throws Exception {
        measure("newest 50 of all", _ -> "");
        measure("number, 11 digits", _ -> "138" + digits(8));
        measure("number, last 4 digits", _ -> digits(4));
        measure("number, +86 …", _ -> "+86138" + digits(8));
        measure("number, infix of 5", _ -> "*" + digits(5) + "*");
        measure("number, prefix of 6", _ -> "138" + digits(3) + "*");
        measure("number, 1*2", _ -> "1" + digits(3) + "*" + digits(2));
        measure("text, part of a name", i -> i % 2 == 0 ? "carol" : "张三");
        measure(
                "text, part of a Call-ID",
                _ -> Long.toHexString(random.nextLong()).substring(0, 5));
        measure("outcome:busy", i -> "outcome:busy -x" + i);
        measure("code:>=500 and talk:>60", i -> "code:>=500 talk:>" + i);
        measure("ip prefix", i -> "ip:10.0." + i % 16 + ".0/24");
        measure("from, by number", _ -> "from:138" + digits(5));
        measure("from, last 4 digits", _ -> "from:" + digits(4));
        measure("from, prefix of 6", _ -> "from:138" + digits(3) + "*");
        pages();
        positions();
    }

    private void measure(String what, IntFunction<String> queries) throws Exception {
        long[] nanos = new long[ROUNDS];
        long hits = 0;
        for (int i = -20; i < ROUNDS; i++) {
            Search search =
                    new Search(parse(queries.apply(Math.max(0, i))), Order.NEWEST, 50, null);
            long begin = now();
            long total = index.search(search).total();
            if (i >= 0) {
                nanos[i] = now() - begin;
                hits += total;
            }
        }
        report(what, nanos, hits / ROUNDS);
    }

    private void pages() throws Exception {
        long[] nanos = new long[ROUNDS];
        String after = null;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = now();
            after = index.search(new Search(new Query.All(), Order.NEWEST, 50, after)).next();
            nanos[i] = now() - begin;
        }
        report("next page of all", nanos, 50);
    }

    private void positions() throws IOException {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = now();
            index.byPosition(1 + i % 3, random.nextLong(1_000_000_000L));
            nanos[i] = now() - begin;
        }
        report("call of a position", nanos, 1);
    }

    private static void report(String what, long[] nanos, long hits) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-28s p50 %7.2f ms  p99 %7.2f ms  max %7.2f ms  (%d hits)%n",
                what,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 99 / 100] / 1e6,
                nanos[ROUNDS - 1] / 1e6,
                hits);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static Query parse(String text) throws UnreadableQuery {
        return QueryParser.parse(text, SyntheticCalls.EPOCH);
    }

    private static long now() {
        return System.nanoTime();
    }
}
