package io.callogram.analyzer.pseudonym;

import java.util.Locale;

/// Replaces what is somebody's in the value of a header field (RFC 3261 §25.1): in each field the
/// protocol's own words stay, and everything else goes, in fields that are not known most of all.
final class FieldText {

    private final Passage passage;
    private final Pseudonyms pseudonyms;
    private final Tokens tokens;
    private final UriText uris;

    FieldText(Passage passage, Pseudonyms pseudonyms) {
        this.passage = passage;
        this.pseudonyms = pseudonyms;
        tokens = new Tokens(pseudonyms, passage);
        uris = new UriText(passage, tokens, this);
    }

    /// @param name the long name of the field
    void field(String name, int from, int to) {
        String small = name.toLowerCase(Locale.ROOT);
        if (Vocabulary.isPlainField(small)) {
            plain(from, to);
            return;
        }
        switch (small) {
            case "call-id", "in-reply-to" -> tokens.replace(from, to, true);
            case "replaces", "join", "target-dialog" -> dialog(from, to);
            case "via" -> via(from, to);
            case "reason" -> values(behindWord(from, to), to);
            case "x-asterisk-hangupcause" -> prose(from, to);
            case "alert-info" -> alert(from, to);
            case "warning" -> warning(from, to);
            case "user-agent", "server" -> product(from, to);
            case "www-authenticate",
                    "proxy-authenticate",
                    "authorization",
                    "proxy-authorization",
                    "authentication-info",
                    "proxy-authentication-info" ->
                    digest(from, to);
            case "identity", "user-to-user" -> secret(from, to);
            default -> values(from, to);
        }
    }

    /// Names, URIs and parameters in any order.
    void values(int from, int to) {
        int at = from;
        while (at < to) {
            char c = passage.at(at);
            if (c == '"') {
                int end = passage.closingQuote(at + 1, to);
                quoted(at + 1, end);
                at = end + 1;
            } else if (c == ';') {
                at = parameter(at + 1, to, c);
            } else if (passage.separator(at) == '?') {
                at = headers(at + 1, to);
            } else {
                int uri = uris.at(at, to);
                at = uri > at ? uri : tokens.one(at, to, true);
            }
        }
    }

    /// A display name, or a URI that needs quotes.
    private void quoted(int from, int to) {
        if (tokens.isNumber(from, to)) {
            tokens.number(from, to);
        } else {
            values(from, to);
        }
    }

    /// One parameter, from its name on; where to go on.
    private int parameter(int from, int to, char before) {
        int start = passage.skipBlanks(from, to);
        int end = start;
        while (end < to && isInName(passage.at(end))) {
            end++;
        }
        String name = passage.text(start, end);
        int equals = passage.skipBlanks(end, to);
        if (name.isEmpty()) {
            return start;
        }
        if (pseudonyms.isOriginal(name)) {
            tokens.replace(start, end, false);
        }
        if (!passage.is(equals, '=')) {
            return end;
        }
        int value = passage.skipBlanks(equals + 1, to);
        if (passage.is(value, '"')) {
            int quote = passage.closingQuote(value + 1, to);
            value(name, value + 1, quote);
            return quote + 1;
        }
        int stop = value;
        while (stop < to && !isBehindValue(passage.at(stop), before)) {
            stop++;
        }
        value(name, value, stop);
        return stop;
    }

    private static boolean isInName(char c) {
        return Words.isAscii(c) || "-.!%*_+`'~".indexOf(c) >= 0;
    }

    private static boolean isBehindValue(char c, char before) {
        return c <= ' ' || c == ',' || c == '>' || c == ';' || (c == '?' && before == ';');
    }

    private void value(String name, int from, int to) {
        if (Vocabulary.isSecretParameter(name)) {
            secrets(from, to);
        } else if (name.equalsIgnoreCase("text")) {
            prose(from, to);
        } else if (!Vocabulary.isPlainParameter(name)) {
            quoted(from, to);
        }
    }

    /// Header fields of a URI (§19.1.1): each value is what the field would hold.
    private int headers(int from, int to) {
        int at = from;
        while (at < to) {
            int equals = passage.find("=>&", at, to);
            int end = passage.find(">&\"", Math.min(equals + 1, to), to);
            if (!passage.is(equals, '=')) {
                return equals;
            }
            field(passage.text(at, equals), equals + 1, end);
            if (!passage.is(end, '&')) {
                return end;
            }
            at = end + 1;
        }
        return to;
    }

    /// What names a dialog: its Call-ID, and its tags in parameters.
    private void dialog(int from, int to) {
        int end = from;
        while (end < to && passage.at(end) != ';') {
            end++;
        }
        tokens.replace(from, end, true);
        values(end, to);
    }

    /// `SIP/2.0/UDP`, then who sent it, for each of a list.
    private void via(int from, int to) {
        int at = from;
        while (at < to) {
            int start = passage.skipBlanks(at, to);
            int slash = passage.find("/", passage.find("/", start, to) + 1, to);
            int host = slash < to ? behindWord(passage.skipBlanks(slash + 1, to), to) : start;
            int end = passage.find(",", host, to);
            values(uris.host(passage.skipBlanks(host, end), end), end);
            at = end + 1;
        }
    }

    private int behindWord(int from, int to) {
        return passage.find(" \t;,", passage.skipBlanks(from, to), to);
    }

    /// RFC 3261 §20.43: a code, who warns, and a text.
    private void warning(int from, int to) {
        int host = behindWord(from, to);
        int quote = passage.find("\"", host, to);
        values(uris.host(passage.skipBlanks(host, quote), quote), quote);
        prose(quote, to);
    }

    /// RFC 3261 §20.4 wants a URI; phones also understand words, as in `Auto Answer`.
    private void alert(int from, int to) {
        if (passage.find("<", from, to) < to) {
            values(from, to);
        } else {
            prose(from, passage.find(";", from, to));
            values(passage.find(";", from, to), to);
        }
    }

    /// Credentials and challenges: a scheme, then parameters between commas.
    private void digest(int from, int to) {
        int at = from;
        int scheme = behindWord(from, to);
        if (!passage.text(from, scheme).contains("=")) {
            at = scheme;
        }
        while (at < to) {
            int start = passage.skipBlanks(at, to);
            int behind = parameter(start, to, ',');
            int comma = passage.find(",", Math.max(behind, start), to);
            secrets(Math.max(behind, start), comma);
            at = comma + 1;
        }
    }

    /// What stays unless it names somebody; the values of parameters that are not known go.
    private void plain(int from, int to) {
        int at = from;
        while (at < to) {
            char c = passage.at(at);
            if (c == ';') {
                at = parameter(at + 1, to, c);
            } else if (c == '(' || c == '"') {
                int end = passage.find(c == '(' ? ")" : "\"", at + 1, to);
                tokens.replace(at, end, false);
                at = end + 1;
            } else {
                at++;
            }
        }
    }

    /// Names of products stay, but for what names somebody elsewhere, or a machine.
    private void product(int from, int to) {
        int at = from;
        while (at < to) {
            int end = Math.max(tokens.wordEnd(at, to), at + 1);
            String word = passage.text(at, end);
            if (pseudonyms.isOriginal(word) || isSerial(word) || word.charAt(0) >= 0x80) {
                tokens.replace(at, end, false);
            } else {
                address(at, to);
            }
            at = end;
        }
    }

    /// An address that is one of somebody's, and not a version in four parts.
    private void address(int at, int to) {
        int end = at;
        while (end < to && (Tokens.isDigit(passage.at(end)) || passage.at(end) == '.')) {
            end++;
        }
        if (pseudonyms.isOriginal(passage.text(at, end))) {
            tokens.replace(at, end, false);
        }
    }

    /// A hardware address, a serial or telephone number.
    private static boolean isSerial(String word) {
        int digits = 0;
        boolean hex = word.length() >= 12;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            digits += Tokens.isDigit(c) ? 1 : 0;
            hex &= Tokens.isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
        }
        return hex || digits >= 7;
    }

    /// A sentence: the words that such sentences are made of stay, unless somebody has that name.
    void prose(int from, int to) {
        int at = from;
        while (at < to) {
            int end = tokens.wordEnd(at, to);
            String word = passage.text(at, end);
            if (end > at && Vocabulary.isProse(word) && !pseudonyms.isOriginal(word)) {
                at = end;
            } else {
                at = tokens.one(at, to, false);
            }
        }
    }

    private void secret(int from, int to) {
        int end = passage.find(";", from, to);
        secrets(from, end);
        values(end, to);
    }

    private void secrets(int from, int to) {
        if (from < to) {
            passage.put(from, pseudonyms.secret(passage.text(from, to)));
        }
    }
}
