package io.callogram.analyzer.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values without what differs by nature: users become their part in the call, hosts vanish, tags
/// and other identifiers become a star.
final class Neutral {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern URI =
            Pattern.compile(
                    "(sips?|tel):(?:([^@>;,?\\s]*)@)?[^>;,?\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    "\\b(tag|branch|received|rport|call-id|from-tag|to-tag|expires|ob|reg-id|gr"
                            + "|transport)=[^;,>\\s]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\[[0-9a-fA-F:.]+](?::\\d+)?");
    private static final Pattern OPAQUE = Pattern.compile("[0-9A-Za-z@._~-]{16,}|\\d{5,}");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final Map<String, String> roles = new HashMap<>();

    /// @param names role to user
    Neutral(Map<String, String> names) {
        names.forEach((role, user) -> roles.putIfAbsent(user, role));
    }

    String of(String name, String value) {
        if (name.endsWith("authenticate") || name.endsWith("authorization")) {
            return value.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        }
        if (name.equals("rseq") || name.equals("rack")) {
            return "*";
        }
        String said = QUOTED.matcher(value).replaceAll("");
        said = URI.matcher(said).replaceAll(this::uri);
        said = IDENTIFIER.matcher(said).replaceAll("$1=*");
        said = HOST.matcher(said).replaceAll("host");
        said = OPAQUE.matcher(said).replaceAll("*");
        return BLANK.matcher(said).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private String uri(MatchResult uri) {
        String user = uri.group(2);
        String role = user == null ? "host" : roles.getOrDefault(user, "user");
        return Matcher.quoteReplacement(uri.group(1) + ":" + role);
    }
}
