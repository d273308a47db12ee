package io.callogram.analyzer.ladder;

import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Row;
import java.util.List;

/// One page without scripts or foreign resources: the picture, a table of its messages, and what
/// happened in words.
public final class HtmlLadder {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            """;
    private static final String STYLE =
            """
            <style>
            body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; color: #1a1f27; }
            img { max-width: 100%; }
            table { border-collapse: collapse; font-size: 13px; }
            td, th { padding: 3px 10px; text-align: left; border-bottom: 1px solid #e3e6eb; }
            ol { list-style: none; padding: 0; max-width: 60em; }
            ol b { display: inline-block; min-width: 2.5em; text-align: right; margin-right: .6em; }
            ol small { display: block; margin-left: 3.6em; color: #566; }
            td:nth-child(-n+2) { font-family: ui-monospace, monospace; text-align: right; }
            </style>
            </head>
            """;

    private HtmlLadder() {}

    /// One sentence of what happened.
    ///
    /// @param number of a message or milestone
    /// @param why what it means, or empty
    public record Told(String number, String text, String why) {}

    /// @param picture an SVG of the ladder; shown as an image, so that nothing in it can run
    /// @param language tag of the language of what is told
    public static String draw(Ladder ladder, byte[] picture, String language, List<Told> story) {
        StringBuilder out = new StringBuilder(HEAD.replace("=\"en\"", "=\"" + language + "\""));
        String title = escaped(ladder.title());
        out.append("<title>").append(title).append(" · Callogram</title>\n").append(STYLE);
        out.append("<body>\n<h1>")
                .append(title)
                .append("</h1>\n<p><img alt=\"Ladder\" src=\"data:image/svg+xml;base64,");
        out.append(java.util.Base64.getEncoder().encodeToString(picture))
                .append("\"></p>\n<table>\n");
        out.append(
                "<tr><th>#</th><th>s</th><th>from</th><th>to</th><th>message</th><th>session</th></tr>\n");
        for (Row row : ladder.rows()) {
            if (row instanceof Arrow arrow) {
                row(out, ladder, arrow);
            }
        }
        out.append("</table>\n<ol>\n");
        story.forEach(told -> told(out, told));
        return out.append("</ol>\n</body>\n</html>\n").toString();
    }

    private static void told(StringBuilder out, Told told) {
        out.append("<li><b>").append(escaped(told.number())).append("</b>");
        out.append(escaped(told.text()));
        if (!told.why().isEmpty()) {
            out.append("<small>").append(escaped(told.why())).append("</small>");
        }
        out.append("</li>\n");
    }

    private static void row(StringBuilder out, Ladder ladder, Arrow arrow) {
        out.append("<tr>");
        cell(out, Integer.toString(arrow.number()));
        cell(out, Labels.seconds(arrow.sinceStart()));
        cell(out, ladder.columns().get(arrow.from()).name());
        cell(out, ladder.columns().get(arrow.to()).name());
        cell(out, arrow.label() + (arrow.repeats() > 0 ? " ×" + (arrow.repeats() + 1) : ""));
        cell(out, arrow.carries());
        out.append("</tr>\n");
    }

    private static void cell(StringBuilder out, String text) {
        out.append("<td>").append(escaped(text)).append("</td>");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Labels.visible(text)
                .codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
