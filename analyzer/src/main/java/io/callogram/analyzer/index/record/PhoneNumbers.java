package io.callogram.analyzer.index.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Telephone numbers as people and header fields write them, brought to bare digits.
public final class PhoneNumbers {

    /// Visual separators of RFC 3966 §5.1.1, and what people type besides.
    private static final String SEPARATORS = "-.() /\u00a0";

    private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel");
    private static final int MOST = 64;

    private PhoneNumbers() {}

    /// Digits without separators, `+` and an international `00`; empty when it is no number.
    public static String normalise(String written) {
        String plain =
                written.startsWith("%2B") || written.startsWith("%2b")
                        ? "+" + written.substring(3)
                        : written;
        StringBuilder digits = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (SEPARATORS.indexOf(c) < 0 && !(c == '+' && digits.isEmpty())) {
                return "";
            }
        }
        boolean plus = plain.indexOf('+') >= 0;
        if (!plus && digits.length() > 4 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
        }
        return digits.toString();
    }

    /// Digits of the country code that an international number begins with (ITU-T E.164), or 0 when
    /// it begins with none.
    public static int countryCodeLength(String digits) {
        if (digits.isEmpty() || digits.charAt(0) == '0') {
            return 0;
        }
        char first = digits.charAt(0);
        if (first == '1' || first == '7') {
            return 1;
        }
        if (digits.length() < 2) {
            return 0;
        }
        return twoDigits(first, digits.charAt(1)) ? 2 : 3;
    }

    private static boolean twoDigits(char first, char second) {
        return switch (first) {
            case '2' -> second == '0' || second == '7';
            case '3' -> second <= '4' || second == '6' || second == '9';
            case '4' -> second != '2';
            case '5' -> second >= '1' && second <= '8';
            case '6' -> second <= '6';
            case '8' -> second == '1' || second == '2' || second == '4' || second == '6';
            case '9' -> second <= '5' || second == '8';
            default -> false;
        };
    }

    /// Numbers in the user parts of every URI that a header field value names.
    static List<String> inHeader(String value) {
        List<String> numbers = new ArrayList<>(2);
        String lower = value.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        while (colon >= 0 && numbers.size() < MOST) {
            if (isScheme(lower, colon)) {
                String digits = normalise(value.substring(colon + 1, userEnd(value, colon + 1)));
                if (!digits.isEmpty()) {
                    numbers.add(digits);
                }
            }
            colon = lower.indexOf(':', colon + 1);
        }
        return numbers;
    }

    private static boolean isScheme(String lower, int colon) {
        int start = colon;
        while (start > 0 && Character.isLetter(lower.charAt(start - 1)) && colon - start < 5) {
            start--;
        }
        return SCHEMES.contains(lower.substring(start, colon));
    }

    private static int userEnd(String value, int from) {
        int end = from;
        while (end < value.length()
                && end - from < MOST
                && "@;?>,\" \t:".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
