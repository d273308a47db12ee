package io.callogram.analyzer.compare;

import io.callogram.analyzer.compare.Comparison.Party;
import io.callogram.analyzer.story.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A comparison for a terminal: two columns, and what each line of them is.
public final class TextComparison {

    private static final int WIDTH = 38;

    private TextComparison() {}

    /// @param here what the first call is called
    /// @param there what the other is called
    public static String draw(Comparison comparison, String here, String there, Language language) {
        StringBuilder out = new StringBuilder();
        boolean english = language == Language.EN;
        out.append(Explanation.of(comparison, language)).append("\n\n");
        for (Party party : comparison.parties()) {
            String one = party.here() == null ? "–" : party.here();
            String other = party.there() == null ? "–" : party.there();
            out.append(line("  " + party.role() + " = " + one, party.role() + " = " + other, ""));
        }
        if (!comparison.hopByHop()) {
            out.append(
                    english
                            ? "  (compared end to end: the captures saw different hops)\n"
                            : "  （按端到端比较：两次抓包所见的跳不同）\n");
        }
        out.append('\n').append(line("  " + here, there, ""));
        int first = comparison.firstDivergence();
        for (int i = 0; i < comparison.rows().size(); i++) {
            Row row = comparison.rows().get(i);
            String mark = i == first ? "> " : "  ";
            out.append(line(mark + said(row.here()), said(row.there()), word(row.kind(), english)));
            for (Change change : row.changes()) {
                out.append("        ").append(change.name()).append(": ");
                out.append(value(change.here())).append(" | ").append(value(change.there()));
                out.append('\n');
            }
        }
        if (comparison.left() > 0) {
            out.append(english ? "  not compared: " : "  未比较：").append(comparison.left());
            out.append('\n');
        }
        return out.toString();
    }

    private static String line(String left, String right, String word) {
        String text = padded(left, WIDTH + 2) + padded(right, WIDTH) + word;
        return text.stripTrailing() + "\n";
    }

    private static String padded(String text, int width) {
        int more = width - text.length();
        return more > 0 ? text + " ".repeat(more) : text + " ";
    }

    private static String said(@Nullable Passage p) {
        if (p == null) {
            return "–";
        }
        String times = p.branches() > 1 ? " ×" + p.branches() : "";
        String arrow = p.from() + " → " + p.to();
        return String.format(Locale.ROOT, "%3d  %-8s %s%s", p.message(), arrow, p.label(), times);
    }

    private static String value(@Nullable String value) {
        return value == null ? "–" : value.length() > 120 ? value.substring(0, 120) + "…" : value;
    }

    static String word(Row.Kind kind, boolean english) {
        return switch (kind) {
            case SAME -> "";
            case CHANGED -> english ? "changed" : "内容不同";
            case DIFFERENT -> english ? "different" : "不同";
            case MISSING -> english ? "missing" : "缺少";
            case EXTRA -> english ? "extra" : "多出";
            case MOVED -> english ? "moved" : "次序不同";
        };
    }
}
