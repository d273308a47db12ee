package io.callogram.analyzer.sip;

/// The digits of a telephone number, so that the spellings of one number are equal: without visual
/// separators (RFC 3966 §5.1.1), `+`, the international prefix `00`, and parameters.
///
/// A user part is a number when nothing but two or more digits remain. Feature codes (`*72`,
/// `#31#…`) are users: dialling them does not reach the number that they may contain. `00` is taken
/// for the prefix only before seven digits or more, so that short extensions keep their zeros.
public final class PhoneNumber {

    private static final int LONGEST = 64;
    private static final int SHORTEST_AFTER_PREFIX = 7;

    private PhoneNumber() {}

    /// The digits, or empty when the user part is not a number.
    public static String of(String user) {
        int plus = user.startsWith("+") ? 1 : 0;
        int length = user.length() - plus;
        if (length >= 2 && length <= LONGEST && isDigits(user, plus)) {
            boolean prefix = length >= 2 + SHORTEST_AFTER_PREFIX && user.startsWith("00", plus);
            return user.substring(prefix ? plus + 2 : plus);
        }
        return normalised(user);
    }

    private static boolean isDigits(String user, int from) {
        for (int i = from; i < user.length(); i++) {
            if (user.charAt(i) < '0' || user.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String normalised(String user) {
        char[] digits = new char[Math.min(LONGEST, user.length())];
        int length = 0;
        int i = 0;
        while (i < user.length() && user.charAt(i) != ';') {
            char c = user.charAt(i);
            boolean escaped = c == '%' && i + 2 < user.length();
            c = escaped ? unescaped(user, i) : c;
            i += escaped ? 3 : 1;
            if (c >= '0' && c <= '9' && length < digits.length) {
                digits[length++] = c;
            } else if (!(c == '+' && length == 0) && !isSeparator(c)) {
                return "";
            }
        }
        int start = hasPrefix(digits, length) ? 2 : 0;
        return length < 2 ? "" : new String(digits, start, length - start);
    }

    private static boolean hasPrefix(char[] digits, int length) {
        return length >= 2 + SHORTEST_AFTER_PREFIX && digits[0] == '0' && digits[1] == '0';
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '.' || c == '(' || c == ')' || c == ' ';
    }

    private static char unescaped(String user, int at) {
        int high = Character.digit(user.charAt(at + 1), 16);
        int low = Character.digit(user.charAt(at + 2), 16);
        return high < 0 || low < 0 ? '%' : (char) (high << 4 | low);
    }
}
