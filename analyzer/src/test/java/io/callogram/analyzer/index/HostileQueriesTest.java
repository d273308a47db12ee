package io.callogram.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.index.query.Evaluation;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.query.UnreadableQuery;
import io.callogram.analyzer.index.record.CallRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever is typed is answered or refused with a column; nothing else is thrown.
class HostileQueriesTest {

    private static final int RANDOM = 20_000;

    private static final List<String> HOSTILE =
            List.of(
                    "(".repeat(100_000),
                    "not ".repeat(50_000),
                    "a or ".repeat(10_000),
                    "call ".repeat(64),
                    "call or ".repeat(63) + "call",
                    "\"".repeat(999),
                    "\\",
                    "a\\",
                    "\"\\",
                    "*".repeat(10_000),
                    "a" + "*a".repeat(5_000),
                    "(a+)+$",
                    "^(([a-z])+.)+[A-Z]([a-z])+$",
                    "/.*/",
                    "[a TO *]",
                    "callid:/(.*)*/",
                    "text:*?*?*?*?",
                    "_exists_:id",
                    "id:c-1",
                    "*:*",
                    "number:" + "9".repeat(5_000),
                    "+" + "9".repeat(5_000),
                    "code:99999999999999999999",
                    "code:-1",
                    "duration:1e9",
                    "talk:>9999999999h",
                    "after:-999999999d",
                    "after:+999999999-12-31T23:59:59Z",
                    "before:-99999999999999s",
                    "ip:::ffff:10.0.0.1",
                    "ip:fe80::1%eth0",
                    "ip:0/0",
                    "ip:1.2.3.4/-1",
                    "ip:[::1]",
                    "10.0.0.0/999",
                    "\u0000\u0001\u0002",
                    "text:\"\u0001\u0002\"",
                    "\ud800",
                    "\udc00*\ud800",
                    "\u202e\u200b",
                    "text:\ufffd",
                    "ｃａｌｌｅｒ：ａ",
                    "caller:\"\"",
                    "caller:\"*\"",
                    "' or 1=1 --",
                    "; drop table",
                    "${jndi:ldap://x}",
                    "<script>alert(1)</script>",
                    "%00",
                    "a".repeat(QueryParser.LONGEST + 1),
                    "callid:" + "a".repeat(10_000),
                    "text:" + "a".repeat(10_000));

    private final List<CallRecord> calls = new SyntheticCalls(1).some(50);

    @Test
    void answersOrRefusesTheKnownKillers() throws Exception {
        try (CallIndex index = index()) {
            List<String> answered = new ArrayList<>();
            for (String text : HOSTILE) {
                if (isAnswered(index, text)) {
                    answered.add(text);
                }
            }
            assertThat(answered)
                    .contains(
                            "/.*/",
                            "' or 1=1 --",
                            "<script>alert(1)</script>",
                            "\ud800",
                            "caller:\"*\"");
            assertThat(answered).doesNotContain("id:c-1", "(".repeat(100_000), "ip:fe80::1%eth0");
        }
    }

    @Test
    void answersOrRefusesWhateverIsTyped() throws Exception {
        String[] parts = {
            "(",
            ")",
            "\"",
            "*",
            "\\",
            " ",
            "not",
            "and",
            "or",
            "no",
            ":",
            ">",
            "=",
            "..",
            "138",
            "+",
            "-",
            "a",
            "code:",
            "after:",
            "ip:",
            "10.0.0.1",
            "/8",
            "sip.Method",
            "\u0000",
            "张",
            "talk:",
            "1",
            "callid:",
            "number:",
            "00"
        };
        SplittableRandom random = new SplittableRandom(5);
        int answered = 0;
        try (CallIndex index = index()) {
            for (int i = 0; i < RANDOM; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(12); length >= 0; length--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                answered += isAnswered(index, text.toString()) ? 1 : 0;
            }
        }
        assertThat(answered).isBetween(RANDOM / 20, RANDOM * 19 / 20);
    }

    private CallIndex index() throws Exception {
        CallIndex index = CallIndex.inMemory();
        for (CallRecord call : calls) {
            index.add(call, 1);
        }
        index.refresh();
        return index;
    }

    private boolean isAnswered(CallIndex index, String text) throws Exception {
        Query query;
        try {
            query = QueryParser.parse(text, index.newest());
        } catch (UnreadableQuery problem) {
            assertThat(problem.column()).isBetween(1, text.length() + 1);
            assertThat(problem.expected()).isNotBlank();
            return false;
        }
        long expected = calls.stream().filter(Evaluation.of(query)).count();
        assertThat(index.search(new Search(query, Order.NEWEST, 5, null)).total())
                .as(text)
                .isEqualTo(expected);
        return true;
    }
}
