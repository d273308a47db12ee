package io.callogram.analyzer.pseudonym;

import io.callogram.capture.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/// IP addresses as they are written (RFC 5954 §4.1), replaced in as many characters.
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    /// Four octets without leading zeros, or null.
    static @Nullable IpAddress v4(String text) {
        int bits = 0;
        int octets = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('.', at);
            end = end < 0 ? text.length() : end;
            int length = end - at;
            boolean fits = length >= 1 && length <= 3 && (length == 1 || text.charAt(at) != '0');
            int octet = fits ? Integer.parseInt(text, at, end, 10) : 256;
            if (octet > 255 || ++octets > 4) {
                return null;
            }
            bits = bits << 8 | octet;
            at = end + 1;
        }
        return octets == 4 && !text.endsWith(".") ? IpAddress.v4(bits) : null;
    }

    /// The text with other groups of the same width, or null when it is no address.
    static @Nullable String v6(String text, Pseudonyms pseudonyms) {
        int dot = text.indexOf('.');
        int tail = dot < 0 ? -1 : text.lastIndexOf(':', dot) + 1;
        IpAddress last = tail < 0 ? null : v4(text.substring(tail));
        if (tail >= 0 && last == null) {
            return null;
        }
        String hex = tail < 0 ? text : text.substring(0, tail) + "0:0";
        int[] groups = groups(hex);
        if (groups == null) {
            return null;
        }
        if (last != null) {
            return text.substring(0, tail) + pseudonyms.v4((int) last.low());
        }
        IpAddress moved = pseudonyms.hosts.v6(half(groups, 0), half(groups, 4));
        String replaced = written(hex, moved);
        if (!replaced.equalsIgnoreCase(hex)) {
            pseudonyms.note(hex, replaced);
        }
        return replaced;
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + 4; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }

    private static int @Nullable [] groups(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        String[] left = (gap < 0 ? text : text.substring(0, gap)).split(":", -1);
        String[] right = gap < 0 ? new String[0] : text.substring(gap + 2).split(":", -1);
        int count = count(left) + count(right);
        if (gap < 0 ? count != GROUPS : count >= GROUPS) {
            return null;
        }
        int[] groups = new int[GROUPS];
        boolean read = read(left, groups, 0) && read(right, groups, GROUPS - count(right));
        return read ? groups : null;
    }

    private static int count(String[] groups) {
        return groups.length == 1 && groups[0].isEmpty() ? 0 : groups.length;
    }

    private static boolean read(String[] texts, int[] groups, int from) {
        for (int i = 0; i < count(texts); i++) {
            String text = texts[i];
            if (text.isEmpty() || text.length() > 4) {
                return false;
            }
            groups[from + i] = Integer.parseInt(text, 16);
        }
        return true;
    }

    /// The groups of `moved` in the places and widths of those in `like`.
    private static String written(String like, IpAddress moved) {
        StringBuilder out = new StringBuilder(like);
        int behind = like.length();
        int group = GROUPS - 1;
        int gap = like.indexOf("::");
        while (behind > 0 && group >= 0) {
            int colon = like.lastIndexOf(':', behind - 1);
            if (colon + 1 < behind) {
                put(out, colon + 1, behind, moved, group--);
            }
            behind = colon;
            if (gap >= 0 && colon == gap + 1) {
                group = groupsIn(like.substring(0, gap)) - 1;
                behind = gap;
            }
        }
        return out.toString();
    }

    private static int groupsIn(String text) {
        return text.isEmpty() ? 0 : text.split(":", -1).length;
    }

    private static void put(StringBuilder out, int from, int to, IpAddress moved, int group) {
        long half = group < 4 ? moved.high() : moved.low();
        int value = (int) (half >>> (48 - 16 * (group & 3))) & 0xffff;
        String digits = "000".concat(Integer.toHexString(value));
        out.replace(from, to, digits.substring(digits.length() - (to - from)));
    }
}
