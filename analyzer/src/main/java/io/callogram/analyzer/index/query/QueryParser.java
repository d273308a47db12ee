package io.callogram.analyzer.index.query;

import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a query by recursive descent:
///
/// ```
/// any     = all *("or" all)
/// all     = one *(["and"] one)
/// one     = ["not"] ( "(" any ")" / field ":" value / number / address / word / phrase )
/// ```
public final class QueryParser {

    public static final int LONGEST = 16_384;
    static final int MOST_CLAUSES = 64;
    static final int DEEPEST = 16;

    private static final String OPERAND = "a word, a number, field:value or (";

    private final Reader reader;
    private final Clauses clauses;
    private int count;
    private int depth;

    private QueryParser(String text, long reference) {
        this.reader = new Reader(text);
        this.clauses = new Clauses(reader, reference);
    }

    /// Reads a query.
    ///
    /// @param reference what times of day and relative times are counted from, in nanoseconds since
    ///   1970: the newest call, so that `after:-15m` means the last quarter of an hour that was
    ///   captured
    public static Query parse(String text, long reference) throws UnreadableQuery {
        if (text.length() > LONGEST) {
            throw new UnreadableQuery(LONGEST, "a query of at most " + LONGEST + " characters");
        }
        QueryParser parser = new QueryParser(text, reference);
        if (parser.reader.isEnd()) {
            return new Query.All();
        }
        Query query = parser.any();
        if (!parser.reader.isEnd()) {
            throw new UnreadableQuery(parser.reader.column(), "and, or, or the end of the query");
        }
        return query;
    }

    private Query any() throws UnreadableQuery {
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (takeOr());
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(List.copyOf(parts));
    }

    private Query all() throws UnreadableQuery {
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(one());
            takeAnd();
        } while (hasOperand());
        return parts.size() == 1 ? parts.getFirst() : new Query.And(List.copyOf(parts));
    }

    private boolean takeOr() {
        return reader.takeWord("or") || (!reader.isEnd() && reader.takeSign("||"));
    }

    private void takeAnd() throws UnreadableQuery {
        if (reader.isEnd()) {
            return;
        }
        if (reader.takeWord("and") || reader.takeSign("&&")) {
            if (reader.isEnd() || reader.peek() == ')' || isOr()) {
                throw new UnreadableQuery(reader.column(), OPERAND);
            }
        }
    }

    private boolean hasOperand() {
        return !reader.isEnd() && reader.peek() != ')' && !isOr();
    }

    private boolean isOr() {
        int here = reader.at();
        boolean or = takeOr();
        reader.back(here);
        return or;
    }

    private Query one() throws UnreadableQuery {
        if (reader.isEnd()) {
            throw new UnreadableQuery(reader.column(), OPERAND);
        }
        int column = reader.column();
        if (takeNot()) {
            deeper(column);
            Query negated = new Query.Not(one());
            depth--;
            return negated;
        }
        if (reader.take('(')) {
            deeper(column);
            Query inner = any();
            if (!reader.take(')')) {
                throw new UnreadableQuery(reader.column(), ") for the ( at column " + column);
            }
            depth--;
            return inner;
        }
        if (reader.peek() == ')' || isOr() || reader.takeWord("and") || reader.takeSign("&&")) {
            throw new UnreadableQuery(column, OPERAND);
        }
        if (++count > MOST_CLAUSES) {
            throw new UnreadableQuery(column, "at most " + MOST_CLAUSES + " conditions");
        }
        return clause(column);
    }

    private void deeper(int column) throws UnreadableQuery {
        if (++depth > DEEPEST) {
            throw new UnreadableQuery(column, "at most " + DEEPEST + " levels of ( and not");
        }
    }

    private boolean takeNot() {
        return reader.takeWord("not") || reader.takeSign("!") || takeNo();
    }

    /// `no hint:no-ack`: a bare "no" means not only before a field, else it is a word.
    private boolean takeNo() {
        int here = reader.at();
        if (reader.takeWord("no")) {
            reader.skipSpaces();
            String name = reader.name();
            if (FieldName.of(name) != null && reader.raw().startsWith(name + ":")) {
                return true;
            }
            reader.back(here);
        }
        return false;
    }

    private Query clause(int column) throws UnreadableQuery {
        if (reader.peek() == '"') {
            return clauses.bare(reader.word(), column);
        }
        IpAddress[] range = Addresses.range(reader.raw());
        if (range != null) {
            reader.skip(reader.raw().length());
            return new Query.Addresses(range[0], range[1]);
        }
        Query field = field();
        return field != null ? field : clauses.bareWord(column);
    }

    /// `field:value`, or Wireshark's `field == value`; null when neither begins here.
    private @Nullable Query field() throws UnreadableQuery {
        int here = reader.at();
        String name = reader.name();
        if (name.isEmpty()) {
            return null;
        }
        FieldName field = FieldName.of(name);
        reader.skip(name.length());
        if (reader.takeSign(":")) {
            if (field != null) {
                return clauses.field(field, name, "");
            }
            if (!Addresses.isUriScheme(name)) {
                throw new UnreadableQuery(
                        here + 1, "a field (" + name + " is none; quote the text to look for it)");
            }
        } else if (field != null) {
            String comparison = comparison();
            if (comparison != null) {
                Query compared = clauses.field(field, name, comparison);
                return comparison.equals("!=") ? new Query.Not(compared) : compared;
            }
        }
        reader.back(here);
        return null;
    }

    private @Nullable String comparison() {
        reader.skipSpaces();
        for (String sign : List.of("==", "!=", ">=", "<=", ">", "<", "=")) {
            if (reader.takeSign(sign)) {
                return sign;
            }
        }
        return reader.takeWord("contains") ? "contains" : null;
    }
}
