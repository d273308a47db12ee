package io.callogram.analyzer.sip;

/// Numbers at the beginning of header values.
public final class Digits {

    private static final int MOST = 10;

    private Digits() {}

    /// 0 without digits.
    public static long leading(String value) {
        return at(value, 0);
    }

    public static long at(String value, int from) {
        long number = 0;
        int end = Math.min(value.length(), from + MOST);
        for (int i = from; i < end; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
