package io.callogram.analyzer.ladder;

import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Row;

/// One page without scripts or foreign resources: the picture, and a table of its messages.
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
            td:nth-child(-n+2) { font-family: ui-monospace, monospace; text-align: right; }
            </style>
            </head>
            """;

    private HtmlLadder() {}

    /// @param picture an SVG of the ladder; shown as an image, so that nothing in it can run
    public static String draw(Ladder ladder, byte[] picture) {
        StringBuilder out = new StringBuilder(HEAD);
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
        return out.append("</table>\n</body>\n</html>\n").toString();
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
