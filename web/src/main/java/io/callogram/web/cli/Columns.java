package io.callogram.web.cli;

import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.ladder.Labels;
import io.callogram.web.json.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A call as a line of a table or of a CSV file.
final class Columns {
    static final String CSV_HEADING =
            "id,start,end,kind,caller,callee,outcome,outcomeClass,endedBy,postDialDelayMs,ringMs,talkMs,legs,messages,headline,flows,hints\r\n";

    private Columns() {}

    static byte[] table(CallRow call, Language language) {
        StringBuilder line = new StringBuilder();
        cell(line, Timestamps.of(call.times().start()).substring(0, 23), 25);
        cell(line, call.caller().written(), 21);
        cell(line, call.callee().written(), 21);
        cell(line, language.flow(headline(call), call.headline()), 24);
        cell(line, language.outcome(call.outcome()), 11);
        seconds(line, call.times().postDialDelay(), 8);
        seconds(line, call.times().ring(), 9);
        seconds(line, call.times().talk(), 10);
        line.append(String.format(Locale.ROOT, "%6d%n", call.messages()));
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String parties(CallRow call) {
        return Labels.visible(call.caller().written() + " → " + call.callee().written());
    }

    /// The word that `flow:` takes; with a question mark when it is only possible. An entry that no
    /// rule named is what it is.
    static String headline(CallRow call) {
        for (Flow flow : call.flows()) {
            if (flow.kind() == call.headline()) {
                return flow.kind().slug() + (flow.confidence() == Confidence.LOW ? "?" : "");
            }
        }
        return call.kind().slug();
    }

    private static <T> String words(List<T> values, Function<T, String> word) {
        return String.join(" ", values.stream().map(word).distinct().toList());
    }

    private static void cell(StringBuilder line, String text, int width) {
        String shown = Labels.visible(text);
        int columns = shown.codePoints().map(c -> c >= 0x2e80 ? 2 : 1).sum();
        if (columns >= width) {
            shown = shown.substring(0, Math.min(shown.length(), width - 2)) + "…";
            columns = width - 1;
        }
        line.append(shown).append(" ".repeat(width - columns));
    }

    private static void seconds(StringBuilder line, long nanoseconds, int width) {
        String text = nanoseconds < 0 ? "" : Labels.seconds(nanoseconds);
        line.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
    }

    static byte[] csv(CallRow call) {
        List<String> values =
                List.of(
                        call.id(),
                        Timestamps.of(call.times().start()),
                        Timestamps.of(call.times().end()),
                        call.kind().slug(),
                        call.caller().written(),
                        call.callee().written(),
                        call.outcome().slug(),
                        call.outcomeClass() == null ? "" : call.outcomeClass(),
                        call.endedBy() == null
                                ? ""
                                : call.endedBy().name().toLowerCase(Locale.ROOT),
                        milliseconds(call.times().postDialDelay()),
                        milliseconds(call.times().ring()),
                        milliseconds(call.times().talk()),
                        Integer.toString(call.legsCount()),
                        Integer.toString(call.messages()),
                        call.headline() == null ? "" : call.headline().slug(),
                        words(call.flows(), flow -> flow.kind().slug()),
                        words(call.hints(), hint -> hint.kind().slug()));
        return (String.join(",", values.stream().map(Columns::quoted).toList()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String milliseconds(long nanoseconds) {
        return nanoseconds < 0 ? "" : Long.toString(nanoseconds / 1_000_000);
    }

    /// RFC 4180; a value that a spreadsheet would run as a formula is kept from it by an
    /// apostrophe.
    static String quoted(String value) {
        String safe =
                !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c < ' ');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
