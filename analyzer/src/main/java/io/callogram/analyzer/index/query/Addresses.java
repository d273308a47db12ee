package io.callogram.analyzer.index.query;

import io.callogram.capture.packet.IpAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads IP addresses and prefixes (RFC 4632, RFC 4291 §2.3). Never asks a name server.
final class Addresses {

    private static final Set<String> URI_SCHEMES = Set.of("sip", "sips", "tel");

    private Addresses() {}

    static boolean isUriScheme(String name) {
        return URI_SCHEMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /// First and last address of what is written, or null when it is no address.
    static IpAddress @Nullable [] range(String written) {
        int slash = written.indexOf('/');
        byte[] bytes = bytes(slash < 0 ? written : written.substring(0, slash));
        if (bytes == null) {
            return null;
        }
        int prefix =
                slash < 0
                        ? bytes.length * 8
                        : prefix(written.substring(slash + 1), bytes.length * 8);
        if (prefix < 0) {
            return null;
        }
        byte[] first = bytes.clone();
        byte[] last = bytes;
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            last[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return new IpAddress[] {address(first), address(last)};
    }

    private static int prefix(String digits, int most) {
        if (digits.isEmpty()
                || digits.length() > 3
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int prefix = Integer.parseInt(digits);
        return prefix <= most ? prefix : -1;
    }

    private static byte @Nullable [] bytes(String written) {
        boolean v6 = written.indexOf(':') >= 0;
        if (written.length() > 47 || !(v6 ? isV6(written) : isDotted(written))) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(written).getAddress();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isV6(String written) {
        return written.chars().filter(c -> c == ':').count() > 1
                && written.chars()
                        .allMatch(c ->
                                (Character.digit(c, 16) >= 0 && c < 128) || c == ':' || c == '.');
    }

    private static boolean isDotted(String written) {
        return written.chars().filter(c -> c == '.').count() == 3
                && written.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static IpAddress address(byte[] bytes) {
        if (bytes.length == 4) {
            return IpAddress.v4((int) number(bytes, 0, 4));
        }
        return IpAddress.v6(number(bytes, 0, 8), number(bytes, 8, 16));
    }

    private static long number(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }
}
