package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import java.util.Locale;

/// Reads the address out of a kept header value, as far as its user, host and parameters. Bounded
/// and total: whatever it cannot read is empty.
final class AddressText {

    private AddressText() {}

    /// @param value a name-addr or addr-spec, perhaps with more values behind a comma
    static Address read(String value) {
        String uri = uri(value);
        int colon = uri.indexOf(':');
        int atSign = uri.indexOf('@');
        if (atSign >= 0 && (colon < 0 || colon > atSign)) {
            colon = -1; // no scheme, as in an example of RFC 5359 §2.4
        } else if (colon < 0) {
            return Address.NONE;
        }
        String scheme = colon < 0 ? "" : uri.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        int rest = first(uri, colon + 1, ';', '?');
        String parameters = uri.substring(rest);
        String place = uri.substring(colon + 1, rest);
        int at = place.lastIndexOf('@');
        if (scheme.equals("tel")) {
            return new Address("", scheme, place, "", 0, digits(place), parameters);
        }
        String user = at < 0 ? "" : place.substring(0, at);
        String host = place.substring(at + 1).toLowerCase(Locale.ROOT);
        int port =
                host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        String name = port < 0 ? host : host.substring(0, port);
        int number = port < 0 ? 0 : port(host, port + 1);
        return new Address("", scheme, user, bare(name), number, digits(user), parameters);
    }

    /// What stands between the angle brackets outside quotes, or up to the first parameter.
    static String uri(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == '<' && !quoted) {
                int close = value.indexOf('>', i);
                return value.substring(i + 1, close < 0 ? value.length() : close);
            }
        }
        return value.substring(0, first(value, 0, ';', ',')).trim();
    }

    private static int first(String text, int from, char one, char other) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == one || text.charAt(i) == other) {
                return i;
            }
        }
        return text.length();
    }

    private static String bare(String host) {
        int close = host.indexOf(']');
        return host.startsWith("[") && close > 0 ? host.substring(1, close) : host;
    }

    private static int port(String host, int from) {
        int port = 0;
        for (int i = from; i < host.length() && port < 65536; i++) {
            char c = host.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            port = port * 10 + c - '0';
        }
        return port < 65536 ? port : 0;
    }

    /// Digits of a telephone number without visual separators, `+` and the international `00`;
    /// empty when it is none.
    static String digits(String user) {
        StringBuilder digits = new StringBuilder(user.length());
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == ';') {
                break;
            } else if (c != '-' && c != '.' && c != '(' && c != ')' && !(c == '+' && i == 0)) {
                return "";
            }
        }
        boolean international =
                digits.length() > 4 && digits.charAt(0) == '0' && digits.charAt(1) == '0';
        return international ? digits.substring(2) : digits.toString();
    }
}
