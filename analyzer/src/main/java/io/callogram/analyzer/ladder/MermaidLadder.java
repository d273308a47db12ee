package io.callogram.analyzer.ladder;

import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;
import java.util.Locale;

/// The ladder as a Mermaid sequence diagram.
public final class MermaidLadder {

    private MermaidLadder() {}

    public static String draw(Ladder ladder) {
        StringBuilder out = new StringBuilder("sequenceDiagram\n");
        for (int i = 0; i < ladder.columns().size(); i++) {
            Ladder.Column column = ladder.columns().get(i);
            out.append("  participant p").append(i).append(" as ").append(escaped(column.name()));
            out.append("<br/>").append(escaped(column.address())).append('\n');
        }
        for (Row row : ladder.rows()) {
            out.append("  ").append(line(row)).append('\n');
        }
        return out.toString();
    }

    private static String line(Row row) {
        return switch (row) {
            case Arrow arrow -> arrow(arrow);
            case Gap gap -> "%% " + Labels.seconds(gap.nanoseconds()) + " s";
            case Bar bar ->
                    "Note over p"
                            + Math.min(bar.from(), bar.to())
                            + ",p"
                            + Math.max(bar.from(), bar.to())
                            + ": "
                            + escaped(bar.text());
        };
    }

    private static String arrow(Arrow arrow) {
        String times = arrow.repeats() > 0 ? " x" + (arrow.repeats() + 1) : "";
        String carries = arrow.carries().isEmpty() ? "" : " [" + arrow.carries() + "]";
        return "p"
                + arrow.from()
                + (arrow.request() ? "->>" : "-->>")
                + "p"
                + arrow.to()
                + ": "
                + escaped("(" + arrow.number() + ") " + arrow.label() + times + carries);
    }

    /// Mermaid reads `#` as the begin of an entity and ends a statement at `;`: every character
    /// that is not plainly harmless becomes a numeric entity.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Labels.visible(text)
                .codePoints()
                .forEach(c -> {
                    boolean plain = Character.isLetterOrDigit(c) || " .,:@+-()[]/".indexOf(c) >= 0;
                    out.append(
                            plain ? Character.toString(c) : String.format(Locale.ROOT, "#%d;", c));
                });
        return withoutKeyword(out);
    }

    /// The word `end` closes a block wherever it stands.
    private static String withoutKeyword(StringBuilder text) {
        for (int i = 0; i + 3 <= text.length(); i++) {
            if ("end".equalsIgnoreCase(text.substring(i, i + 3))) {
                text.replace(i, i + 1, text.charAt(i) == 'e' ? "#101;" : "#69;");
            }
        }
        return text.toString();
    }
}
