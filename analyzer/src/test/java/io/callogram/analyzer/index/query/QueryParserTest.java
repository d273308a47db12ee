package io.callogram.analyzer.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.capture.packet.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    /// 2026-11-22T10:42:07Z.
    private static final long REFERENCE = 1_795_344_127_000_000_000L;

    private static final long SECOND = 1_000_000_000L;

    private static Query parse(String text) throws UnreadableQuery {
        return QueryParser.parse(text, REFERENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alice bob             | alice and bob
                    alice AND bob         | alice and bob
                    alice && bob          | alice and bob
                    ! alice               | not alice
                    (alice)               | alice
                    a b or c              | (a and b) or c
                    not a b               | (not a) and b
                    no hint:no-ack        | not hint:no-ack
                    a (b or c)            | a and (b or c)
                    code:4xx              | code:400..499
                    code:48*              | code:480..489
                    code:>=400            | code>=400
                    code:>4               | code>=5
                    sip.Status-Code == 486 | code:486
                    sip.Method == "BYE"   | method:bye
                    sip.Method != BYE     | not method:bye
                    sip.Call-ID == "x@y"  | callid:x@y
                    sip.from.user == bob  | from:bob
                    sip.to.user == bob    | to:bob
                    sip.r-uri.user == bob | callee:bob
                    ip.addr == 10.0.0.1   | 10.0.0.1
                    ip.src == 10.0.0.1    | ip:10.0.0.1/32
                    ip.dst==10.0.0.0/8    | ip:10.1.2.3/8
                    IP:2001:DB8::1        | 2001:db8::1
                    talk:>30              | talk:>30s
                    ring:1m               | ring:1m..1min
                    pdd:>500ms            | pdd:>0.5
                    after:10:00           | after:2026-11-22T10:00:00Z
                    after:"2026-11-22 10:00" | after:2026-11-22T10:00
                    after:-42m            | after:2026-11-22T10:00:07
                    after:2026-11-22T18:00:00+08:00 | after:2026-11-22T10:00:00Z
                    before:2026-11-22     | before:2026-11-22T00:00
                    +86 138 0013 8000     | 008613800138000
                    +1 (555) 123-4567     | +15551234567
                    +8613800138000 1002   | "+8613800138000" and 1002
                    138-0013-8000         | 13800138000
                    "138 0013 8000"       | 13800138000
                    sip:alice@example.com | "sip:alice@example.com"
                    """)
    void readsBothAlike(String one, String other) throws UnreadableQuery {
        assertThat(parse(one)).isEqualTo(parse(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hold                | text:hold or flow:hold or flow:moh or hint:hold-*
                    "attended transfer" | text:"attended transfer" or flow:attended-transfer
                    no-answer-t         | text:no-answer-t or flow:no-answer-timeout
                    三方通话                | text:三方通话 or flow:three-way
                    彩铃                | text:彩铃 or flow:ringback-tone
                    REFER               | text:refer or hint:refer-refused or method:refer
                    answered            | text:answered or outcome:answered
                    glare               | text:glare or flow:glare or hint:glare*
                    old                 | text:old
                    ali                 | text:ali
                    ack                 | text:ack or method:ack or hint:ack-* or hint:no-ack or hint:bye-before-ack or hint:failure-ack-missing
                    hol*                | text:hol*
                    """)
    void looksForAWordInWhatIsSaidOfCallsToo(String word, String spelled) throws UnreadableQuery {
        assertThat(conditions(parse(word))).isEqualTo(conditions(parse(spelled)));
    }

    /// Of a query of conditions of which one has to hold; slugs with a star as all that they cover.
    private static Set<String> conditions(Query query) {
        Set<String> all = new TreeSet<>();
        switch (query) {
            case Query.Or(var parts) -> parts.forEach(part -> all.addAll(conditions(part)));
            case Query.Words(var field, var globs) when field == WordField.HINT ->
                    Arrays.stream(HintKind.values())
                            .map(HintKind::slug)
                            .filter(slug -> globs.stream().anyMatch(g -> g.compile().matches(slug)))
                            .forEach(all::add);
            case Query.Words(var field, var globs) ->
                    globs.forEach(glob -> all.add(field + " " + glob));
            default -> throw new AssertionError(query);
        }
        return all;
    }

    @Test
    void readsDoubleBarsAsOr() throws UnreadableQuery {
        assertThat(parse("alice || bob")).isEqualTo(parse("alice or bob"));
    }

    @Test
    void looksForAUserAgentByAnyPart() throws UnreadableQuery {
        assertThat(parse("sip.User-Agent contains \"Z 5\""))
                .isEqualTo(new Query.Words(WordField.AGENT, List.of(Glob.inside("z 5"))));
    }

    @Test
    void readsADigitRunAsTheEndOfANumber() throws UnreadableQuery {
        assertThat(parse("138 "))
                .isEqualTo(new Query.Words(WordField.NUMBER, List.of(Glob.suffix("138"))));
    }

    @Test
    void readsAnInternationalNumberAlsoAsItIsDialledAtHome() throws UnreadableQuery {
        assertThat(parse("+8613800138000"))
                .isEqualTo(
                        new Query.Words(
                                WordField.NUMBER,
                                List.of(
                                        Glob.suffix("8613800138000"),
                                        Glob.whole("13800138000"),
                                        Glob.whole("013800138000"))));
    }

    @Test
    void readsStarsInANumber() throws UnreadableQuery {
        assertThat(parse("138*")).isEqualTo(numbers(new Glob(List.of("138"), true, false)));
        assertThat(parse("*138")).isEqualTo(numbers(new Glob(List.of("138"), false, true)));
        assertThat(parse("*138*")).isEqualTo(numbers(new Glob(List.of("138"), false, false)));
        assertThat(parse("1*8")).isEqualTo(numbers(new Glob(List.of("1", "8"), true, true)));
    }

    private static Query numbers(Glob glob) {
        return new Query.Words(WordField.NUMBER, List.of(glob));
    }

    @Test
    void readsABareWordAsAPartOfAnyText() throws UnreadableQuery {
        assertThat(parse("Ali"))
                .isEqualTo(new Query.Words(WordField.TEXT, List.of(Glob.inside("ali"))));
        assertThat(parse("\"and or\""))
                .isEqualTo(new Query.Words(WordField.TEXT, List.of(Glob.inside("and or"))));
        assertThat(parse("\"a*b\""))
                .isEqualTo(new Query.Words(WordField.TEXT, List.of(Glob.inside("a*b"))));
        assertThat(parse("a\\*b"))
                .isEqualTo(new Query.Words(WordField.TEXT, List.of(Glob.inside("a*b"))));
    }

    @Test
    void readsAnEmptyQueryAsEveryCall() throws UnreadableQuery {
        assertThat(parse(" \t")).isEqualTo(new Query.All());
        assertThat(parse("*")).isEqualTo(new Query.All());
    }

    @Test
    void readsAPrefixAsItsRange() throws UnreadableQuery {
        assertThat(parse("ip:10.1.2.3/8"))
                .isEqualTo(new Query.Addresses(IpAddress.v4(0x0a000000), IpAddress.v4(0x0affffff)));
        assertThat(parse("2001:db8::/32"))
                .isEqualTo(
                        new Query.Addresses(
                                IpAddress.v6(0x20010db800000000L, 0),
                                IpAddress.v6(0x20010db8ffffffffL, -1)));
    }

    @Test
    void readsAnAmountAsAllThatBeginWithIt() throws UnreadableQuery {
        assertThat(parse("talk:30"))
                .isEqualTo(new Query.Amounts(AmountField.TALK, 30 * SECOND, 31 * SECOND - 1));
        assertThat(parse("pdd:1.5s"))
                .isEqualTo(
                        new Query.Amounts(
                                AmountField.POST_DIAL_DELAY, 1_500_000_000L, 1_599_999_999L));
        assertThat(parse("talk:<30"))
                .isEqualTo(new Query.Amounts(AmountField.TALK, Long.MIN_VALUE, 30 * SECOND - 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alice and          | 10 | a word, a number
                    or alice           | 1  | a word, a number
                    (alice             | 7  | ) for the ( at column 1
                    alice)             | 6  | and, or, or the end
                    ()                 | 2  | a word, a number
                    not                | 4  | a word, a number
                    a and or b         | 7  | a word, a number
                    outcom:busy        | 1  | a field (outcom is none
                    outcome:           | 9  | a value for outcome
                    outcome:>5         | 9  | a word: only amounts
                    outcome:bussy      | 9  | one of answered, busy
                    flow:attended-tran | 6  | a flow such as attended-transfer
                    "alice             | 1  | a closing "
                    ""                 | 1  | text between
                    ip:10.0.0          | 4  | an IP address
                    ip:10.0.0.0/33     | 4  | an IP address
                    ip:localhost       | 4  | an IP address
                    port:sip           | 6  | a number such as
                    port:5060.5        | 6  | a number such as
                    code:busy          | 6  | a status code
                    code:400..x        | 11 | a status code
                    code:..            | 6  | a status code
                    talk:>30y          | 7  | a duration
                    talk:>             | 7  | a duration
                    talk:1.2.3         | 6  | a duration
                    after:yesterday    | 7  | a time
                    after:25:00        | 7  | a time
                    after:9999-01-01   | 7  | a time
                    number:alice       | 8  | digits
                    number:*           | 8  | digits
                    a*b*c*d*e*f*g*h*i*j | 1 | at most 8 stars
                    """)
    void saysWhereAndWhatWasExpected(String text, int column, String expected) {
        UnreadableQuery problem = catchThrowableOfType(UnreadableQuery.class, () -> parse(text));
        assertThat(problem).as(text).isNotNull();
        assertThat(problem.column()).as(text).isEqualTo(column);
        assertThat(problem.expected()).as(text).startsWith(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {QueryParser.MOST_CLAUSES, QueryParser.MOST_CLAUSES + 1})
    void boundsTheNumberOfConditions(int count) {
        UnreadableQuery problem =
                catchThrowableOfType(
                        UnreadableQuery.class, () -> parse("a or ".repeat(count - 1) + "a"));
        assertThat(problem == null).isEqualTo(count <= QueryParser.MOST_CLAUSES);
    }

    @ParameterizedTest
    @ValueSource(ints = {QueryParser.DEEPEST, QueryParser.DEEPEST + 1})
    void boundsTheDepth(int depth) {
        UnreadableQuery problem =
                catchThrowableOfType(
                        UnreadableQuery.class,
                        () -> parse("(".repeat(depth) + "a" + ")".repeat(depth)));
        assertThat(problem == null).isEqualTo(depth <= QueryParser.DEEPEST);
    }
}
