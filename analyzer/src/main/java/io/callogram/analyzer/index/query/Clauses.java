package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.Fold;
import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// Turns one field and its value, or one bare word, into a condition in normal form.
final class Clauses {

    private static final int MOST_DIGITS = 15;
    private static final int COUNTRY_PREFIX = 4;

    private final Reader reader;
    private final long reference;

    Clauses(Reader reader, long reference) {
        this.reader = reader;
        this.reference = reference;
    }

    /// A bare word where it stands; an international number may go on over spaces.
    Query bareWord(int column) throws UnreadableQuery {
        boolean international = reader.peek() == '+' || reader.raw().startsWith("00");
        String word = reader.word();
        if (word.isEmpty()) {
            throw new UnreadableQuery(column, "a word");
        }
        if (international && Numerals.isNumber(word) && digits(word) <= COUNTRY_PREFIX) {
            word = word + continued(digits(word));
        }
        return bare(word, column);
    }

    /// `+86 138 0013 8000`, `+1 (555) 123-4567`: the groups that still fit into fifteen digits
    /// (ITU-T E.164) belong to the number.
    private String continued(int digits) throws UnreadableQuery {
        StringBuilder groups = new StringBuilder();
        int total = digits;
        while (!reader.isEnd()) {
            int here = reader.at();
            boolean open = reader.take('(');
            String group = reader.word();
            total += digits(group);
            if (group.isEmpty()
                    || !Numerals.isNumber(group)
                    || group.indexOf(Reader.STAR) >= 0
                    || total > MOST_DIGITS
                    || (open && !reader.take(')'))) {
                reader.back(here);
                break;
            }
            groups.append(group);
        }
        return groups.toString();
    }

    private static int digits(String word) {
        return (int) word.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    Query bare(String word, int column) throws UnreadableQuery {
        if (Numerals.isNumber(word)) {
            return number(WordField.NUMBER, word, column);
        }
        List<Query> either = new ArrayList<>(Vocabulary.find(word));
        either.addFirst(text(word, column));
        return either.size() == 1 ? either.getFirst() : new Query.Or(List.copyOf(either));
    }

    Query field(FieldName field, String name, String comparison) throws UnreadableQuery {
        reader.skipSpaces();
        int column = reader.column();
        String value = reader.word();
        if (value.isEmpty()) {
            throw new UnreadableQuery(column, "a value for " + name);
        }
        if (comparison.equals("contains")) {
            value = Reader.STAR + value + Reader.STAR;
        } else if (comparison.startsWith(">") || comparison.startsWith("<")) {
            value = comparison + value;
        }
        return switch (field) {
            case NUMBER -> number(WordField.NUMBER, value, column);
            case FROM -> party(WordField.FROM, WordField.FROM_NUMBER, value, column);
            case TO -> party(WordField.TO, WordField.TO_NUMBER, value, column);
            case CALLER -> party(WordField.CALLER, WordField.CALLER_NUMBER, value, column);
            case CALLEE -> party(WordField.CALLEE, WordField.CALLEE_NUMBER, value, column);
            case CALL_ID -> words(WordField.CALL_ID, value, column);
            case KIND -> slugs(WordField.KIND, value, column);
            case FLOW -> slugs(WordField.FLOW, value, column);
            case OUTCOME -> slugs(WordField.OUTCOME, value, column);
            case OUTCOME_CLASS -> words(WordField.OUTCOME_CLASS, value, column);
            case HINT -> slugs(WordField.HINT, value, column);
            case METHOD -> words(WordField.METHOD, value, column);
            case CONFIDENCE -> slugs(WordField.CONFIDENCE, value, column);
            case AGENT ->
                    new Query.Words(WordField.AGENT, List.of(Reader.glob(value, false, column)));
            case SOURCE ->
                    new Query.Or(
                            List.of(
                                    words(WordField.SOURCE, value, column),
                                    words(WordField.SOURCE_NAME, value, column)));
            case NOTE ->
                    new Query.Words(WordField.NOTE, List.of(Reader.glob(value, false, column)));
            case TEXT -> text(value, column);
            case IP -> address(value, column);
            case CODE -> Quantities.read(AmountField.CODE, value, column);
            case PORT -> Quantities.read(AmountField.PORT, value, column);
            case DURATION -> Quantities.read(AmountField.DURATION, value, column);
            case TALK -> Quantities.read(AmountField.TALK, value, column);
            case RING -> Quantities.read(AmountField.RING, value, column);
            case POST_DIAL_DELAY -> Quantities.read(AmountField.POST_DIAL_DELAY, value, column);
            case MESSAGES -> Quantities.read(AmountField.MESSAGES, value, column);
            case AFTER ->
                    new Query.Amounts(
                            AmountField.START,
                            Moments.read(value, reference, column),
                            Long.MAX_VALUE);
            case BEFORE ->
                    new Query.Amounts(
                            AmountField.START,
                            Long.MIN_VALUE,
                            Moments.read(value, reference, column) - 1);
        };
    }

    private static Query number(WordField field, String word, int column) throws UnreadableQuery {
        List<Glob> globs = Numerals.isNumber(word) ? Numerals.globs(word) : null;
        if (globs == null) {
            throw new UnreadableQuery(column, "digits, with * for any digits");
        }
        if (word.length() > Reader.LONGEST_WORD) {
            throw new UnreadableQuery(
                    column, "a number of at most " + Reader.LONGEST_WORD + " characters");
        }
        return new Query.Words(field, globs);
    }

    /// A name as a whole; digits also as a number, by their end.
    private static Query party(WordField names, WordField numbers, String value, int column)
            throws UnreadableQuery {
        Query byName = words(names, value, column);
        if (!Numerals.isNumber(value)) {
            return byName;
        }
        return new Query.Or(List.of(byName, number(numbers, value, column)));
    }

    private static Query words(WordField field, String value, int column) throws UnreadableQuery {
        notCompared(value, column);
        Glob glob = Reader.glob(value, true, column);
        return new Query.Words(field, List.of(glob));
    }

    private static Query slugs(WordField field, String value, int column) throws UnreadableQuery {
        notCompared(value, column);
        return Slugs.words(field, value, column);
    }

    private static void notCompared(String value, int column) throws UnreadableQuery {
        char first = value.charAt(0);
        if (first == '>' || first == '<') {
            throw new UnreadableQuery(column, "a word: only amounts compare with > and <");
        }
    }

    private static Query text(String value, int column) throws UnreadableQuery {
        if (value.isEmpty()) {
            throw new UnreadableQuery(column, "text between the quotation marks");
        }
        if (value.chars().allMatch(c -> c == Reader.STAR)) {
            return new Query.All();
        }
        if (Fold.fold(value).length() > Reader.LONGEST_WORD) {
            throw new UnreadableQuery(
                    column, "a word of at most " + Reader.LONGEST_WORD + " characters");
        }
        return new Query.Words(WordField.TEXT, List.of(Reader.glob(value, false, column)));
    }

    private static Query address(String value, int column) throws UnreadableQuery {
        IpAddress[] range = Addresses.range(value);
        if (range == null) {
            throw new UnreadableQuery(column, "an IP address or prefix such as 10.0.0.0/8");
        }
        return new Query.Addresses(range[0], range[1]);
    }
}
