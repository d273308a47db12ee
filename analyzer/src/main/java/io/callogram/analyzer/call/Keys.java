package io.callogram.analyzer.call;

import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A small set of hashes, and how things that legs may have in common are hashed.
final class Keys {

    private static final long[] NONE = {};

    private long[] values = NONE;
    private int size;

    void add(long value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return;
            }
        }
        values = size == values.length ? Arrays.copyOf(values, size + 4) : values;
        values[size++] = value;
    }

    long[] sorted() {
        long[] all = Arrays.copyOf(values, size);
        Arrays.sort(all);
        return all;
    }

    /// Whether two sorted arrays share a value.
    static boolean meet(long[] a, long[] b) {
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                return true;
            }
            if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    static long of(Endpoint endpoint) {
        return of(endpoint.address(), endpoint.port());
    }

    static long of(IpAddress address, int port) {
        long mixed =
                address.low() * 0x9e3779b97f4a7c15L + address.high() * 0xc2b2ae3d27d4eb4fL + port;
        return (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
    }

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Hash64.of(bytes, 0, bytes.length);
    }

    /// Host and port of a Contact, equal to the endpoint they name when the host is an IPv4
    /// literal.
    static long of(Address contact) {
        int port = contact.port() == 0 ? 5060 : contact.port();
        IpAddress literal = v4(contact.host());
        return literal == null ? of(contact.host() + ':' + port) : of(literal, port);
    }

    static @Nullable IpAddress v4(String host) {
        long bits = v4Bits(host);
        return bits < 0 ? null : IpAddress.v4((int) bits);
    }

    /// The 32 bits of an IPv4 literal; -1 for anything else.
    static long v4Bits(String host) {
        int bits = 0;
        int part = -1;
        int parts = 0;
        for (int i = 0; i <= host.length(); i++) {
            char c = i == host.length() ? '.' : host.charAt(i);
            if (c >= '0' && c <= '9' && part < 100) {
                part = (part < 0 ? 0 : part * 10) + c - '0';
            } else if (c == '.' && part >= 0 && part < 256 && parts < 4) {
                bits = (bits << 8) | part;
                part = -1;
                parts++;
            } else {
                return -1;
            }
        }
        return parts == 4 ? bits & 0xffff_ffffL : -1;
    }

    /// Origin and audio endpoints of a description: what passes through a B2BUA that leaves media
    /// be.
    void addMedia(SessionDescription session) {
        if (!session.origin().isEmpty()) {
            add(of(session.origin()));
        }
        for (Media m : session.media()) {
            IpAddress address = m.address();
            if (address != null
                    && m.port() > 0
                    && !isUnspecified(address)
                    && m.kind().equals("audio")) {
                add(of(address, m.port()));
            }
        }
    }

    private static boolean isUnspecified(IpAddress address) {
        return address.low() == 0 && address.high() == 0;
    }

    /// What a user or number is compared by: the digits of a number, else the user part. Empty for
    /// nobody.
    static String user(Address address) {
        if (!address.number().isEmpty()) {
            return address.number();
        }
        String user = address.user().toLowerCase(Locale.ROOT);
        return user.equals("anonymous") || user.equals("restricted") || user.equals("unknown")
                ? ""
                : user;
    }

    /// Numbers are equal when their last digits are, as far as both are written: with and without
    /// country code, say.
    static boolean sameUser(String a, String b) {
        if (a.equals(b)) {
            return !a.isEmpty();
        }
        int common = Math.min(9, Math.min(a.length(), b.length()));
        return common >= 7
                && isNumber(a)
                && isNumber(b)
                && a.regionMatches(a.length() - common, b, b.length() - common, common);
    }

    /// Equal for all users that `sameUser` takes for equal.
    static String bucket(String user) {
        return user.length() > 7 && isNumber(user) ? user.substring(user.length() - 7) : user;
    }

    private static boolean isNumber(String user) {
        for (int i = 0; i < user.length(); i++) {
            if (user.charAt(i) < '0' || user.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
