package io.callogram.capture.packet;

/// RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as
/// `::`.
final class Ipv6Text {

    private Ipv6Text() {}

    static String of(long high, long low) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            long half = i < 4 ? high : low;
            groups[i] = (int) (half >>> (48 - 16 * (i & 3))) & 0xffff;
        }
        int start = longestZeroRun(groups);
        int end = start < 0 ? -1 : runEnd(groups, start);
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i = end - 1;
                continue;
            }
            if (i > 0 && i != end) {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    private static int longestZeroRun(int[] groups) {
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = groups[i] == 0 ? runEnd(groups, i) - i : 0;
            if (run > length) {
                best = i;
                length = run;
            }
        }
        return best;
    }

    private static int runEnd(int[] groups, int start) {
        int end = start;
        while (end < 8 && groups[end] == 0) {
            end++;
        }
        return end;
    }
}
