package io.callogram.analyzer.story;

import io.callogram.analyzer.call.HeaderText;

/// What a Reason header field says (RFC 3326), Q.850 causes in words.
final class Causes {

    private Causes() {}

    static String of(String value, Sentences sentences) {
        String first = HeaderText.values(value).getFirst();
        int end = first.indexOf(';');
        String protocol = Words.safe((end < 0 ? first : first.substring(0, end)).trim());
        String cause = HeaderText.parameter(first, "cause");
        String text = HeaderText.parameter(first, "text");
        String named = cause.isEmpty() ? protocol : protocol + " " + Words.safe(cause);
        String key = "Q." + cause;
        if (protocol.equalsIgnoreCase("Q.850") && sentences.has(key)) {
            return named + " " + sentences.text(key, java.util.Map.of());
        }
        return text.isEmpty() ? named : named + " " + Words.safe(text);
    }
}
