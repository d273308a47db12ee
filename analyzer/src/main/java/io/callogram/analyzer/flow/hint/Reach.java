package io.callogram.analyzer.flow.hint;

import io.callogram.capture.packet.IpAddress;

/// Which addresses can be reached from anywhere (RFC 1918 §3, RFC 6598, RFC 3927, RFC 4193).
final class Reach {

    private Reach() {}

    static boolean isPublic(IpAddress address) {
        return !isPrivate(address);
    }

    static boolean isPrivate(IpAddress address) {
        if (address.v6()) {
            int first = (int) (address.high() >>> 48);
            return (first & 0xfe00) == 0xfc00
                    || (first & 0xffc0) == 0xfe80
                    || (address.high() == 0 && address.low() <= 1 && address.low() >= 0);
        }
        int bits = (int) address.low();
        int first = bits >>> 24;
        int second = bits >>> 16 & 255;
        return first == 10
                || first == 127
                || first == 0
                || (first == 172 && (second & 0xf0) == 16)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254)
                || (first == 100 && (second & 0xc0) == 64);
    }

    /// A host as a URI names it; a name is not looked up.
    static boolean isPrivate(String host) {
        if (host.indexOf(':') >= 0) {
            return host.startsWith("fc") || host.startsWith("fd") || host.startsWith("fe80");
        }
        int bits = 0;
        int groups = 0;
        int at = 0;
        while (at < host.length()) {
            int number = 0;
            int digits = 0;
            while (at < host.length() && host.charAt(at) >= '0' && host.charAt(at) <= '9') {
                number = number * 10 + host.charAt(at++) - '0';
                digits++;
            }
            boolean closed = at == host.length() || host.charAt(at) == '.';
            if (digits == 0 || digits > 3 || number > 255 || !closed) {
                return false;
            }
            bits = bits << 8 | number;
            groups++;
            at++;
        }
        return groups == 4 && isPrivate(IpAddress.v4(bits));
    }
}
