package io.callogram.analyzer.pseudonym;

import java.util.Set;

/// Replaces users and hosts in URIs (RFC 3261 §19.1.1, RFC 3966 §3); schemes and ports stay.
final class UriText {

    /// Namespaces of services, alerts and the protocol's own parameters.
    private static final Set<String> WANTED = Set.of("service", "alert", "ietf", "urn-7");

    private final Passage passage;
    private final Tokens tokens;
    private final FieldText fields;

    UriText(Passage passage, Tokens tokens, FieldText fields) {
        this.passage = passage;
        this.tokens = tokens;
        this.fields = fields;
    }

    /// Replaces the URI that begins there up to its parameters; `from` when none does.
    int at(int from, int to) {
        if (from > 0 && Tokens.isWord(passage.at(from - 1))) {
            return from;
        }
        int colon = tokens.wordEnd(from, to);
        if (!passage.is(colon, ':') || !Vocabulary.isScheme(passage.text(from, colon))) {
            return from;
        }
        int start = colon + 1;
        return switch (Words.small(passage.text(from, colon))) {
            case "tel" -> telephone(start, to);
            case "urn" -> name(start, to);
            default -> authority(start, to);
        };
    }

    private int telephone(int from, int to) {
        int end = passage.find(";>,\" ", from, to);
        user(from, end);
        return end;
    }

    /// `urn:service:sos` and `urn:alert:service:call-waiting` say what is wanted; other names are
    /// somebody's.
    private int name(int from, int to) {
        int end = passage.find(";>,\" ", from, to);
        int space = passage.find(":", from, end);
        if (!WANTED.contains(Words.small(passage.text(from, space)))) {
            tokens.replace(space, end, false);
        }
        return end;
    }

    private int authority(int from, int to) {
        int slashes = passage.is(from, '/') && passage.is(from + 1, '/') ? from + 2 : from;
        int at = slashes;
        while (at < to && "@<>\"? \t\r\n/".indexOf(passage.separator(at)) < 0) {
            at++;
        }
        if (!passage.is(at, '@')) {
            return host(slashes, to);
        }
        int password = passage.find(":", slashes, at);
        user(slashes, password);
        tokens.replace(password, at, true);
        return host(at + 1, to);
    }

    private void user(int from, int to) {
        int end = passage.find(";", from, to);
        if (tokens.isNumber(from, end)) {
            tokens.number(from, end);
        } else {
            tokens.replace(from, end, true);
        }
        fields.values(end, to);
    }

    /// A host and its port; where to go on.
    int host(int from, int to) {
        int end = from;
        boolean bracket = passage.is(from, '[');
        while (end < to && isInHost(passage.at(end), bracket)) {
            bracket &= passage.at(end) != ']';
            end++;
        }
        tokens.replace(from, end, true);
        int port = end;
        if (passage.is(end, ':')) {
            port = end + 1;
            while (port < to && Tokens.isDigit(passage.at(port)) && port - end <= 5) {
                port++;
            }
        }
        return port;
    }

    private static boolean isInHost(char c, boolean bracket) {
        boolean name = Words.isAscii(c) || c >= 0x80 || c == '.' || c == '-' || c == '_';
        return name || c == '[' || c == ']' || c == '%' || c == ':' && bracket;
    }
}
