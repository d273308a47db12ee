package io.callogram.analyzer.sdp;

import io.callogram.capture.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/// Reads the address of a connection: IPv4 in dotted form, IPv6 as in RFC 4291 §2.2, with or
/// without the `/ttl` of multicast. Anything else is a name, and names are not looked up.
final class IpLiteral {

    private IpLiteral() {}

    static @Nullable IpAddress of(String written) {
        int slash = written.indexOf('/');
        String text = slash < 0 ? written : written.substring(0, slash);
        if (text.indexOf(':') >= 0) {
            return v6(text);
        }
        long bits = v4(text, 0);
        return bits < 0 ? null : IpAddress.v4((int) bits);
    }

    /// Four decimal groups from `from` to the end, or -1.
    private static long v4(String text, int from) {
        long bits = 0;
        int at = from;
        for (int group = 0; group < 4; group++) {
            int start = at;
            int number = 0;
            while (at < text.length()
                    && at - start < 3
                    && Character.digit(text.charAt(at), 10) >= 0) {
                number = 10 * number + Character.digit(text.charAt(at++), 10);
            }
            boolean closed =
                    group == 3 ? at == text.length() : at < text.length() && text.charAt(at) == '.';
            if (at == start || number > 255 || !closed) {
                return -1;
            }
            bits = bits << 8 | number;
            at++;
        }
        return bits;
    }

    private static @Nullable IpAddress v6(String text) {
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length() && count < 8) {
            int end = text.indexOf(':', at);
            int stop = end < 0 ? text.length() : end;
            if (end < 0 && text.indexOf('.', at) > 0) {
                long bits = v4(text, at);
                if (bits < 0 || count > 6) {
                    return null;
                }
                groups[count++] = (int) (bits >>> 16);
                groups[count++] = (int) (bits & 0xffff);
                return whole(groups, count, gap);
            }
            int group = group(text, at, stop);
            if (group < 0) {
                return null;
            }
            groups[count++] = group;
            at = stop + 1;
            if (at < text.length() && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at++;
            }
        }
        return at < text.length() ? null : whole(groups, count, gap);
    }

    private static int group(String text, int from, int to) {
        if (from == to || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static @Nullable IpAddress whole(int[] groups, int count, int gap) {
        if (gap < 0 && count != 8) {
            return null;
        }
        int zeros = 8 - count;
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            int from = gap < 0 || i < gap ? i : i < gap + zeros ? -1 : i - zeros;
            long value = from < 0 ? 0 : groups[from];
            high = i < 4 ? high << 16 | value : high;
            low = i < 4 ? low : low << 16 | value;
        }
        return IpAddress.v6(high, low);
    }
}
