package io.callogram.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.index.query.Evaluation;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The index and the evaluation in memory are two implementations of one language.
class EvaluationsAgreeTest {

    private static final int CALLS = 600;
    private static final int COMPOSED = 300;

    private static final String[] ATOMS = {
        "1002",
        "*138*",
        "138*",
        "*99",
        "+86138*",
        "number:8",
        "number:*8*1*",
        "13",
        "1",
        "*",
        "alice",
        "ali",
        "al*e",
        "张",
        "张三",
        "zoë",
        "ZOË",
        "\"carol d\"",
        "σασ",
        "a",
        "li",
        "text:10.0.0",
        "hold",
        "\"no answer\"",
        "保持",
        "cancel",
        "from:alice",
        "from:138*",
        "from:1002",
        "from:*38*",
        "from:*1*2",
        "to:8",
        "to:+86138*",
        "caller:99",
        "caller:*3*7",
        "callee:002",
        "callee:1*2",
        "to:10*",
        "caller:bob",
        "caller:*o*",
        "callee:张三*",
        "from:*@example.com",
        "callid:*@10.0.0.7",
        "callid:a*",
        "kind:call",
        "kind:*",
        "outcome:answered",
        "outcome:*ed",
        "class:auth",
        "method:INVITE",
        "method:re*",
        "code:486",
        "code:4xx",
        "code:>=500",
        "code:48*",
        "code:200..299",
        "ua:linphone",
        "ua:\"PBX 18\"",
        "ip:10.0.0.0/24",
        "ip:2001:db8::/32",
        "10.0.1.0/25",
        "ip:::/0",
        "port:5060",
        "port:>40000",
        "source:s1",
        "source:capture*",
        "after:08:01",
        "before:08:01",
        "after:-30s",
        "after:2026-11-22T08:00:30Z",
        "before:2026-11-22",
        "duration:>30",
        "duration:10..60",
        "talk:<1m",
        "ring:0..5.5",
        "pdd:>500ms",
        "pdd:1",
        "messages:>6",
        "flow:hold",
        "hint:no-ack",
        "confidence:high",
        "sip.Method == \"BYE\"",
        "sip.Status-Code >= 400",
        "ip.addr == 10.0.0.0/20",
        "sip.Call-ID contains \"@10\""
    };

    private static List<CallRecord> calls = List.of();
    private static CallIndex index;

    @BeforeAll
    static void fillsTheIndex() throws IOException {
        calls = new SyntheticCalls(20261122).some(CALLS);
        index = CallIndex.inMemory();
        for (int i = 0; i < calls.size(); i++) {
            index.add(calls.get(i), 1);
            if (i % 97 == 0) {
                index.refresh(); // several segments
            }
        }
        index.refresh();
    }

    @AfterAll
    static void closesTheIndex() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice or bob",
                "not outcome:answered",
                "1002 and no hint:no-ack",
                "(138 or 10*) -x",
                "not (alice bob) kind:call",
                "outcome:busy or (outcome:failed and code:5xx)",
                "! port:5060 && ua:z"
            })
    void theyAgreeOnWrittenQueries(String text) throws Exception {
        assertAgreement(text);
    }

    @Test
    void theyAgreeOnEveryKindOfCondition() throws Exception {
        Set<String> matchingNothing = new TreeSet<>();
        for (String atom : ATOMS) {
            if (assertAgreement(atom) == 0) {
                matchingNothing.add(atom);
            }
        }
        assertThat(matchingNothing).containsOnly("before:2026-11-22");
    }

    @Test
    void theyAgreeOnComposedQueries() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        int something = 0;
        for (int i = 0; i < COMPOSED; i++) {
            something += assertAgreement(compose(random, 3)) > 0 ? 1 : 0;
        }
        assertThat(something).isGreaterThan(COMPOSED / 2);
    }

    @Test
    void theyAgreeOnPartsOfRealValues() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < COMPOSED; i++) {
            CallRecord call = calls.get(random.nextInt(CALLS));
            String value = value(random, call);
            int from = random.nextInt(value.length());
            int to = from + 1 + random.nextInt(value.length() - from);
            String part = value.substring(from, to).replace("\"", "");
            String quoted = "text:\"" + part + "\"";
            assertAgreement(
                    random.nextBoolean() || part.isBlank()
                            ? quoted
                            : "callid:*" + part.replaceAll("[ ()]", "*") + "*");
        }
    }

    private static String value(SplittableRandom random, CallRecord call) {
        List<String> values = new ArrayList<>(call.row().callIds());
        values.addAll(call.facts().agents());
        values.add(call.row().caller().name());
        values.add(call.row().callee().user());
        return values.get(random.nextInt(values.size()));
    }

    private static String compose(SplittableRandom random, int depth) {
        String one = ATOMS[random.nextInt(ATOMS.length)];
        if (depth == 0) {
            return one;
        }
        return switch (random.nextInt(5)) {
            case 0 -> "not " + "(" + compose(random, depth - 1) + ")";
            case 1 -> "(" + compose(random, depth - 1) + " or " + compose(random, depth - 1) + ")";
            case 2 -> compose(random, depth - 1) + " and " + compose(random, depth - 1);
            case 3 -> compose(random, depth - 1) + " " + compose(random, depth - 1);
            default -> one;
        };
    }

    private static int assertAgreement(String text) throws Exception {
        Query query = QueryParser.parse(text, index.newest());
        Set<String> expected = new TreeSet<>();
        Predicate<CallRecord> asked = Evaluation.of(query);
        for (CallRecord call : calls) {
            if (asked.test(call)) {
                expected.add(call.row().id());
            }
        }
        Set<String> found = new TreeSet<>();
        String after = null;
        Page page;
        do {
            page = index.search(new Search(query, Order.NEWEST, Search.MOST, after));
            page.calls().forEach(call -> found.add(call.row().id()));
            after = page.next();
        } while (after != null);
        assertThat(found).as(text).isEqualTo(expected);
        assertThat(page.total()).as("total of " + text).isEqualTo(expected.size());
        assertThat(index.count(query)).as("count of " + text).isEqualTo(expected.size());
        return expected.size();
    }
}
