package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads what rules need out of a kept header value. Bounded and total: whatever it cannot read is
/// empty.
public final class HeaderText {

    private static final int LONGEST = 2048;

    private HeaderText() {}

    /// The address of a name-addr or addr-spec.
    public static Address address(String value) {
        return AddressText.read(value);
    }

    /// The values of a header field that lists several, split at commas outside quotes and angle
    /// brackets (RFC 3261 §7.3.1).
    public static List<String> values(String value) {
        if (value.indexOf(',') < 0) {
            return List.of(value);
        }
        List<String> values = new ArrayList<>(2);
        boolean quoted = false;
        boolean bracketed = false;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            } else if (c == ',' && !quoted && !bracketed) {
                values.add(value.substring(from, i).trim());
                from = i + 1;
            }
        }
        values.add(value.substring(from).trim());
        return values;
    }

    /// The small number that a text begins with, or 0.
    public static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && i < 4 && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    /// Value of a `;name=value` parameter, unquoted, or empty.
    public static String parameter(String value, String name) {
        int at = value.indexOf(';');
        while (at >= 0) {
            int next = value.indexOf(';', at + 1);
            String part = value.substring(at + 1, next < 0 ? value.length() : next).trim();
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).trim().equalsIgnoreCase(name)) {
                return unquoted(part.substring(equals + 1).trim());
            }
            at = next;
        }
        return "";
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// Value of a header in a URI, percent-decoded once, or empty (RFC 3261 §19.1.1).
    public static String header(String parameters, String name) {
        int at = parameters.indexOf('?');
        while (at >= 0) {
            int next = parameters.indexOf('&', at + 1);
            String part = parameters.substring(at + 1, next < 0 ? parameters.length() : next);
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).equalsIgnoreCase(name)) {
                return decoded(part.substring(equals + 1));
            }
            at = next;
        }
        return "";
    }

    public static String decoded(String text) {
        if (text.indexOf('%') < 0 || text.length() > LONGEST) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int value =
                    bytes[i] == '%' && i + 2 < bytes.length
                            ? hex(bytes[i + 1]) * 16 + hex(bytes[i + 2])
                            : -1;
            if (value >= 0) {
                i += 2;
            }
            bytes[length++] = value >= 0 ? (byte) value : bytes[i];
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /// So negative for anything else that no sum with another digit is a byte.
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
