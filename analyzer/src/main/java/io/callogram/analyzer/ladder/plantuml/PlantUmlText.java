package io.callogram.analyzer.ladder.plantuml;

import io.callogram.analyzer.ladder.Labels;
import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;
import java.util.Locale;

/// The ladder as PlantUML source. Captured text can never become syntax: see `escaped`.
public final class PlantUmlText {
    private static final int MAX_LABEL = 200;
    private static final String[] LEG_COLOURS = {
        "1A6DB6", "842D10", "076253", "99378C", "6D6223", "004961", "4E0470", "591309"
    };
    private static final String HEAD =
            """
            @startuml
            hide footbox
            skinparam shadowing false
            skinparam defaultFontName sans-serif
            skinparam defaultFontSize 12
            skinparam sequenceMessageAlign left
            skinparam sequence {
              ArrowThickness 1
              LifeLineBorderColor #8A93A1
              ParticipantBorderColor #8A93A1
              ParticipantBackgroundColor #FFFFFF
            }
            """;

    private PlantUmlText() {}

    public static String of(Ladder ladder) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("title ").append(escaped(ladder.title())).append('\n');
        for (int i = 0; i < ladder.columns().size(); i++) {
            Ladder.Column column = ladder.columns().get(i);
            out.append("participant \"**").append(escaped(column.name())).append("**\\n");
            out.append(escaped(column.address())).append("\" as p").append(i).append('\n');
        }
        for (Row row : ladder.rows()) {
            out.append(line(row)).append('\n');
        }
        return out.append("@enduml\n").toString();
    }

    private static String line(Row row) {
        return switch (row) {
            case Arrow arrow -> arrow(arrow);
            case Gap gap ->
                    "||22||\nhnote over p0 #FFFFFF : " + Labels.seconds(gap.nanoseconds()) + " s";
            case Bar bar ->
                    "note over p"
                            + Math.min(bar.from(), bar.to())
                            + ", p"
                            + Math.max(bar.from(), bar.to())
                            + " #F0F2F5 : "
                            + escaped(bar.text());
        };
    }

    private static String arrow(Arrow arrow) {
        String colour = LEG_COLOURS[Math.max(0, arrow.leg() - 1) % LEG_COLOURS.length];
        String shaft = arrow.request() ? "-[#" + colour + "]>" : "-[#" + colour + "]->>";
        String label = "<color:#" + colour + ">" + escaped(arrow.number() + "  " + arrow.label());
        label += arrow.repeats() > 0 ? escaped(" x" + (arrow.repeats() + 1)) : "";
        label +=
                arrow.carries().isEmpty()
                        ? ""
                        : "  <size:10>" + escaped(arrow.carries()) + "</size>";
        label +=
                arrow.remark().isEmpty()
                        ? ""
                        : "  <size:10>" + escaped("! " + arrow.remark()) + "</size>";
        return "p" + arrow.from() + " " + shaft + " p" + arrow.to() + " : " + label + "</color>";
    }

    /// ASCII letters and digits, letters of other scripts, single spaces and single `. : @ +` stand
    /// for themselves; what could deceive becomes U+FFFD; everything else is written by code point.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        int before = -1;
        int written = 0;
        for (int i = 0; i < text.length() && written < MAX_LABEL; written++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (alphanumeric(c) || c != before && " .:@+".indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (c > 0xffff || deceptive(c)) {
                out.append('\ufffd');
            } else {
                out.append(String.format(Locale.ROOT, "<U+%04X>", c));
            }
            before = c;
        }
        return out.append(written == MAX_LABEL ? "<U+2026>" : "").toString();
    }

    private static boolean alphanumeric(int c) {
        return c < 0x80
                ? c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                : c <= 0xffff && Character.isLetter(c);
    }

    private static boolean deceptive(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
