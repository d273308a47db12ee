package io.callogram.analyzer.flow.hint;

/// Parameters of a challenge or of credentials (RFC 3261 §20.44, §20.7).
final class DigestText {

    private DigestText() {}

    /// The value without its quotes, or empty.
    static String parameter(String value, String name) {
        int at = value.indexOf(' ');
        while (at >= 0 && at < value.length()) {
            int start = skip(value, at);
            int end = end(value, start);
            int equals = value.indexOf('=', start);
            if (equals > 0
                    && equals < end
                    && value.substring(start, equals).strip().equalsIgnoreCase(name)) {
                return unquoted(value.substring(equals + 1, end).strip());
            }
            at = end + 1;
        }
        return "";
    }

    private static int skip(String value, int from) {
        int at = from;
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    /// The next comma outside quotes.
    private static int end(String value, int from) {
        boolean quoted = false;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' && (i == from || value.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return value.length();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
