package io.callogram.analyzer.pseudonym;

import java.util.HashMap;
import java.util.Map;

/// Pseudonyms of telephone numbers. A digit depends on those behind it alone, so that numbers that
/// end alike still do: `+49 30 1234567` and `030 1234567`, say. Zeros stay, because they tell
/// national and international forms apart; every other digit becomes another one.
final class Numbers {

    private final Key key;
    private final Map<String, String> known = new HashMap<>();

    Numbers(Key key) {
        this.key = key;
    }

    /// @param digits nothing else
    String of(String digits) {
        return known.computeIfAbsent(digits, this::moved);
    }

    private String moved(String digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                continue;
            }
            out.setCharAt(
                    i,
                    (char)
                            ('0'
                                    + (mayBeOrbit(digits, i)
                                            ? beyondOrbits(digit, digits)
                                            : other(digit, digits.substring(i + 1)))));
        }
        return out.toString();
    }

    private int other(int digit, String behind) {
        return 1 + (digit - 1 + 1 + key.below(8, "digit", behind)) % 9;
    }

    /// 701 and its like are where calls are parked at many switches: such a number stays one, and
    /// no other becomes one.
    private static boolean mayBeOrbit(String digits, int at) {
        return at == 0 && digits.length() == 3 && digits.charAt(1) == '0';
    }

    private int beyondOrbits(int digit, String digits) {
        if (digit == 7) {
            return 7;
        }
        int place = digit > 7 ? digit - 2 : digit - 1;
        int moved = (place + 1 + key.below(7, "short", digits.substring(1))) % 8;
        return moved >= 6 ? moved + 2 : moved + 1;
    }
}
