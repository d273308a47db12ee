package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Telephone numbers as they are asked for: a bare number is asked for by its end, an international
/// one also finds the same number written nationally.
final class Numerals {

    private static final String SEPARATORS = "-./()\u00a0 ";

    private Numerals() {}

    /// Whether a word reads as a number or a part of one.
    static boolean isNumber(String word) {
        boolean digit = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean first = i == 0 || (i == 1 && word.charAt(0) == Reader.STAR);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != Reader.STAR && SEPARATORS.indexOf(c) < 0 && !(c == '+' && first)) {
                return false;
            }
        }
        return digit;
    }

    /// The globs of a number, or null when it has no digits.
    static @Nullable List<Glob> globs(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == Reader.STAR || c == '+' || (c >= '0' && c <= '9')) {
                plain.append(c);
            }
        }
        boolean international = isInternational(plain);
        String digits = withoutPrefix(plain);
        if (digits.chars().allMatch(c -> c == Reader.STAR)) {
            return null;
        }
        List<Glob> globs = new ArrayList<>(3);
        globs.add(
                digits.indexOf(Reader.STAR) < 0 ? Glob.suffix(digits) : Reader.glob(digits, true));
        int code = international ? PhoneNumbers.countryCodeLength(digits) : 0;
        if (code > 0 && digits.length() > code && !digits.substring(0, code + 1).contains(STAR)) {
            String national = digits.substring(code);
            globs.add(Reader.glob(national, true));
            globs.add(Reader.glob("0" + national, true));
        }
        return globs;
    }

    private static final String STAR = String.valueOf(Reader.STAR);

    private static boolean isInternational(CharSequence plain) {
        return plain.length() > 4
                && (plain.charAt(0) == '+' || (plain.charAt(0) == '0' && plain.charAt(1) == '0'));
    }

    private static String withoutPrefix(StringBuilder plain) {
        String digits = plain.toString();
        if (digits.startsWith("00") && digits.length() > 4) {
            digits = digits.substring(2);
        }
        return digits.replace("+", "");
    }
}
