package io.callogram.web.api.json;

/// Finds one parameter in a header field value, past quoted strings and angle brackets (RFC 3261
/// §20).
public final class HeaderParameters {

    private HeaderParameters() {}

    /// The value of `;name=`, without quotes; empty when it is not there.
    public static String of(String value, String name) {
        boolean quoted = false;
        int brackets = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                brackets += c == '<' ? 1 : -1;
            } else if (!quoted && brackets == 0 && c == ',') {
                return "";
            } else if (!quoted && brackets == 0 && c == ';') {
                String found = parameter(value, i + 1, name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String parameter(String value, int from, String name) {
        int at = from;
        while (at < value.length() && Character.isWhitespace(value.charAt(at))) {
            at++;
        }
        int equals = value.indexOf('=', at);
        if (equals < 0 || !value.substring(at, equals).strip().equalsIgnoreCase(name)) {
            return "";
        }
        int end = equals + 1;
        while (end < value.length() && ";, \t".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(equals + 1, end).replace("\"", "");
    }
}
