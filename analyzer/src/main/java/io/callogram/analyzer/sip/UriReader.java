package io.callogram.analyzer.sip;

import java.util.Locale;
import java.util.Set;

/// Reads a URI (RFC 3261 §19.1, RFC 3966) as far as an `Address` holds it, leniently. Reused.
final class UriReader {

    /// Schemes whose rest is `user@host`.
    private static final Set<String> ADDRESSING =
            Set.of("sip", "sips", "pres", "im", "mailto", "xmpp");

    private static final Set<String> TELEPHONE = Set.of("tel", "fax", "modem");

    private final Problems problems;
    private final Words words;
    private Value value = new Value();
    private byte[] bytes = new byte[0];
    private int to;
    private int restAt;
    private String host = "";
    private int port;

    UriReader(Problems problems, Words words) {
        this.problems = problems;
        this.words = words;
    }

    /// @param from first byte of the URI, brackets taken off
    Address read(Value source, int from, int end) {
        value = source;
        bytes = source.bytes;
        int start = Ascii.skipBlanks(bytes, from, end);
        to = Ascii.trimEnd(bytes, start, end);
        String scheme = scheme(start);
        int at = scheme.isEmpty() ? start : start + scheme.length() + 1;
        if (scheme.isEmpty() || at >= to) {
            value.note(problems, Defect.URI_UNREADABLE, start, to);
        }
        if (scheme.isEmpty() || ADDRESSING.contains(scheme)) {
            return userAtHost(scheme, at);
        }
        if (TELEPHONE.contains(scheme)) {
            return telephone(scheme, at);
        }
        return new Address("", scheme, Ascii.text(bytes, at, to), "", 0, "", "");
    }

    /// The scheme in lower case; empty when there is none, which `host:5060` tells by its digits.
    private String scheme(int start) {
        if (Ascii.starts(bytes, start, to, "sip:")) {
            return "sip";
        }
        int colon = start;
        while (colon < to && isSchemeByte(bytes[colon])) {
            colon++;
        }
        if (colon == start || colon == to || bytes[colon] != ':' || Ascii.isDigit(bytes[start])) {
            return "";
        }
        String scheme = Ascii.text(bytes, start, colon).toLowerCase(Locale.ROOT);
        boolean known = ADDRESSING.contains(scheme) || TELEPHONE.contains(scheme);
        long port = Ascii.decimal(bytes, colon + 1, to);
        return known || port < 0 || port > 65535 ? scheme : "";
    }

    private static boolean isSchemeByte(byte c) {
        return c > ' ' && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private Address telephone(String scheme, int at) {
        int end = Ascii.indexOf(bytes, at, to, ';');
        int numberEnd = end < 0 ? to : end;
        String number = words.text(bytes, at, numberEnd);
        String rest = words.text(bytes, numberEnd, to);
        return new Address("", scheme, number, "", 0, PhoneNumber.of(number), rest);
    }

    private Address userAtHost(String scheme, int start) {
        int at = endOfUser(start);
        String user = "";
        if (at >= 0) {
            int password = Ascii.indexOf(bytes, start, at, ':');
            user = words.text(bytes, start, password < 0 ? at : password);
        }
        hostPort(at + 1 > start ? at + 1 : start);
        String rest = words.text(bytes, restAt, to);
        return new Address("", scheme, user, host, port, PhoneNumber.of(user), rest);
    }

    /// The `@` behind the user part, which may itself hold `;` and `?`. But when what stands before
    /// `?name=` looks like a host, the `@` belongs to a header field that someone forgot to escape.
    private int endOfUser(int start) {
        boolean host = true;
        boolean question = false;
        for (int i = start; i < to; i++) {
            byte c = bytes[i];
            if (c == '@') {
                return i;
            }
            if (c == '=' && question && host) {
                return -1;
            }
            host &= question || isHostByte(c) || c == '?';
            question |= c == '?';
        }
        return -1;
    }

    private static boolean isHostByte(byte c) {
        return Ascii.isDigit(c)
                || (Ascii.lower(c) >= 'a' && Ascii.lower(c) <= 'z')
                || c == '.'
                || c == '-'
                || c == ':'
                || c == '['
                || c == ']';
    }

    private void hostPort(int start) {
        int end = start;
        int colons = 0;
        int colon = -1;
        boolean literal = start < to && bytes[start] == '[';
        while (end < to && bytes[end] != ';' && bytes[end] != '?') {
            literal &= bytes[end] != ']';
            if (bytes[end] == ':' && !literal) {
                colons++;
                colon = end;
            }
            end++;
        }
        restAt = end;
        if (colons > 1) {
            value.note(problems, Defect.IPV6_BRACKETS, start, end);
            colon = -1;
        }
        host(start, Ascii.trimEnd(bytes, start, colon < 0 ? end : colon));
        port(colon, Ascii.trimEnd(bytes, start, end));
    }

    private void host(int start, int end) {
        boolean brackets = end - start >= 2 && bytes[start] == '[' && bytes[end - 1] == ']';
        host = words.text(bytes, brackets ? start + 1 : start, brackets ? end - 1 : end);
        host = host.toLowerCase(Locale.ROOT);
        if (start == end) {
            value.note(problems, Defect.URI_UNREADABLE, start, to);
        } else if (Ascii.skipBlanks(bytes, start, end) > start || hasBlank(start, end)) {
            value.note(problems, Defect.URI_SPACE, start, end);
        }
    }

    private boolean hasBlank(int start, int end) {
        return Ascii.indexOf(bytes, start, end, ' ') >= 0
                || Ascii.indexOf(bytes, start, end, '\t') >= 0;
    }

    private void port(int colon, int end) {
        long number = colon < 0 ? 0 : Ascii.decimal(bytes, colon + 1, end);
        if (number < 0 || number > 65535) {
            value.note(problems, Defect.URI_PORT, colon, end);
        }
        port = number < 0 || number > 65535 ? 0 : (int) number;
    }
}
