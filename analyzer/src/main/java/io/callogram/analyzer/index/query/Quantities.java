package io.callogram.analyzer.index.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Reads amounts: `n`, `>n`, `>=n`, `<n`, `<=n`, `a..b`, `a..`, `..b`; status codes also as `4xx`
/// and `48*`; durations in seconds or with `ms`, `s`, `m`, `h`.
final class Quantities {

    private static final int MOST_DIGITS = 12;
    private static final int CODE_DIGITS = 3;

    private Quantities() {}

    static Query read(AmountField field, String value, int column) throws UnreadableQuery {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            String low = value.substring(0, dots);
            String high = value.substring(dots + 2);
            if (low.isEmpty() && high.isEmpty()) {
                throw unreadable(field, column);
            }
            return new Query.Amounts(
                    field,
                    low.isEmpty() ? Long.MIN_VALUE : first(field, low, column),
                    high.isEmpty() ? Long.MAX_VALUE : last(field, high, column + dots + 2));
        }
        if (value.startsWith(">=")) {
            return new Query.Amounts(
                    field, first(field, value.substring(2), column + 2), Long.MAX_VALUE);
        }
        if (value.startsWith("<=")) {
            return new Query.Amounts(
                    field, Long.MIN_VALUE, first(field, value.substring(2), column + 2));
        }
        if (value.startsWith(">")) {
            return new Query.Amounts(
                    field, first(field, value.substring(1), column + 1) + 1, Long.MAX_VALUE);
        }
        if (value.startsWith("<")) {
            return new Query.Amounts(
                    field, Long.MIN_VALUE, first(field, value.substring(1), column + 1) - 1);
        }
        return new Query.Amounts(field, first(field, value, column), last(field, value, column));
    }

    private static long first(AmountField field, String value, int column) throws UnreadableQuery {
        return amount(field, value, column, '0').longValue();
    }

    /// The last amount that the writing covers: `30` seconds are all that begin with 30.
    private static long last(AmountField field, String value, int column) throws UnreadableQuery {
        BigDecimal amount = amount(field, value, column, '9');
        if (field.isDuration()) {
            return amount.longValue() + smallest(value) - 1;
        }
        return amount.longValue();
    }

    private static BigDecimal amount(AmountField field, String value, int column, char filler)
            throws UnreadableQuery {
        String digits = field == AmountField.CODE ? codeDigits(value, filler) : value;
        int end = 0;
        int points = 0;
        while (end < digits.length()
                && (isDigit(digits.charAt(end)) || digits.charAt(end) == '.')) {
            points += digits.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        long unit =
                field.isDuration() ? unit(digits.substring(end)) : end == digits.length() ? 1 : 0;
        boolean fraction = points > 0;
        if (end == 0
                || end > MOST_DIGITS
                || unit == 0
                || points > 1
                || (fraction
                        && (!field.isDuration() || end == 1 || digits.charAt(end - 1) == '.'))) {
            throw unreadable(field, column);
        }
        return new BigDecimal(digits.substring(0, end))
                .multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.DOWN);
    }

    /// `4xx` and `48*` are ranges of codes.
    private static String codeDigits(String value, char filler) {
        if (value.length() > CODE_DIGITS || value.isEmpty() || !isDigit(value.charAt(0))) {
            return value;
        }
        StringBuilder digits = new StringBuilder(value.replace('x', filler).replace('X', filler));
        if (digits.charAt(digits.length() - 1) == Reader.STAR) {
            digits.setLength(digits.length() - 1);
            while (digits.length() < CODE_DIGITS) {
                digits.append(filler);
            }
        }
        return digits.toString();
    }

    private static long unit(String written) {
        return switch (written) {
            case "ms" -> 1_000_000L;
            case "", "s" -> 1_000_000_000L;
            case "m", "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0;
        };
    }

    /// The unit of the last digit written: a tenth of a second in `1.5s`.
    private static long smallest(String value) {
        int end = 0;
        int point = -1;
        while (end < value.length() && (isDigit(value.charAt(end)) || value.charAt(end) == '.')) {
            if (value.charAt(end) == '.') {
                point = end;
            }
            end++;
        }
        long unit = unit(value.substring(end));
        for (int i = point < 0 ? end : point + 1; i < end; i++) {
            unit /= 10;
        }
        return Math.max(1, unit);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static UnreadableQuery unreadable(AmountField field, int column) {
        if (field.isDuration()) {
            return new UnreadableQuery(
                    column, "a duration such as 30, 1.5s, 500ms, >2m or 10s..1m");
        }
        if (field == AmountField.CODE) {
            return new UnreadableQuery(column, "a status code such as 486, 4xx, >=400 or 400..499");
        }
        return new UnreadableQuery(column, "a number such as 5060, >1024 or 1..10");
    }
}
