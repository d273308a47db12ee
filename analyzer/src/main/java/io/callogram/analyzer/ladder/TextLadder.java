package io.callogram.analyzer.ladder;

import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Column;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;

/// The ladder in characters, as RFC 3665 draws it: a label, and under it the arrow.
public final class TextLadder {
    private static final int GUTTER = 10;
    private static final int MARGIN = 12;
    private static final int MIN_WIDTH = 22;
    private static final int MAX_WIDTH = 60;

    private final Ladder ladder;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private TextLadder(Ladder ladder) {
        this.ladder = ladder;
        this.width = width(ladder);
    }

    public static String draw(Ladder ladder) {
        TextLadder text = new TextLadder(ladder);
        text.heads();
        ladder.rows().forEach(text::row);
        text.lifelines();
        return text.out.toString();
    }

    private static int width(Ladder ladder) {
        int widest = MIN_WIDTH;
        for (Row row : ladder.rows()) {
            if (row instanceof Arrow arrow && Math.abs(arrow.from() - arrow.to()) <= 1) {
                widest = Math.max(widest, columns(label(arrow)) + 3);
            }
        }
        for (Column column : ladder.columns()) {
            widest = Math.max(widest, columns(column.name()) + 2);
            widest = Math.max(widest, columns(column.address()) + 2);
        }
        return Math.min(widest, MAX_WIDTH);
    }

    private void lifelines() {
        line("", new Canvas());
    }

    private void heads() {
        StringBuilder names = new StringBuilder();
        StringBuilder addresses = new StringBuilder();
        for (int i = 0; i < ladder.columns().size(); i++) {
            Column column = ladder.columns().get(i);
            centre(names, column.name(), x(i));
            centre(addresses, column.address(), x(i));
        }
        out.append(names).append('\n').append(addresses).append('\n');
        line("", new Canvas());
    }

    private static void centre(StringBuilder line, String text, int at) {
        int start = Math.max(at - columns(text) / 2, columns(line.toString()) + 1);
        line.append(" ".repeat(Math.max(0, start - columns(line.toString())))).append(text);
    }

    private void row(Row row) {
        switch (row) {
            case Arrow arrow -> arrow(arrow);
            case Gap gap -> line(":", new Canvas());
            case Bar bar -> bar(bar);
        }
    }

    private void arrow(Arrow arrow) {
        Canvas label = new Canvas();
        Canvas shaft = new Canvas();
        int from = x(arrow.from());
        int to = x(arrow.to());
        label.write(Math.min(from, to) + 2, label(arrow));
        char dash = arrow.request() ? '-' : '.';
        if (from == to) {
            shaft.write(from + 1, "<" + String.valueOf(dash).repeat(3) + "'");
        } else {
            shaft.fill(Math.min(from, to) + 1, Math.max(from, to) - 1, dash);
            shaft.write(from < to ? to - 1 : to + 1, from < to ? ">" : "<");
        }
        line(Labels.seconds(arrow.sinceStart()), label);
        line("", shaft);
    }

    private void bar(Bar bar) {
        Canvas canvas = new Canvas();
        int left = Math.min(x(bar.from()), x(bar.to()));
        int right = Math.max(x(bar.from()), x(bar.to()));
        canvas.fill(left + 1, right - 1, '=');
        boolean toRight = bar.from() < bar.to() ? bar.forward() : bar.backward();
        boolean toLeft = bar.from() < bar.to() ? bar.backward() : bar.forward();
        if (toLeft) {
            canvas.write(left + 1, "<");
        }
        if (toRight) {
            canvas.write(right - 1, ">");
        }
        String text = " " + bar.text() + " ";
        canvas.write(Math.max(left + 2, (left + right - columns(text)) / 2), text);
        line("", canvas);
    }

    private static String label(Arrow arrow) {
        String label = "(" + arrow.number() + ") " + arrow.label();
        label += arrow.repeats() > 0 ? " x" + (arrow.repeats() + 1) : "";
        label += arrow.carries().isEmpty() ? "" : " [" + arrow.carries() + "]";
        return label + (arrow.remark().isEmpty() ? "" : " !" + arrow.remark());
    }

    private int x(int column) {
        return GUTTER + MARGIN + column * width;
    }

    private void line(String gutter, Canvas canvas) {
        String text =
                gutter + " ".repeat(Math.max(1, GUTTER - gutter.length())) + canvas.from(GUTTER);
        out.append(text.stripTrailing()).append('\n');
    }

    /// Terminal columns of a text: East Asian wide characters take two.
    static int columns(String text) {
        return text.codePoints().map(TextLadder::columns).sum();
    }

    private static int columns(int c) {
        boolean wide =
                c >= 0x1100 && c <= 0x115f
                        || c >= 0x2e80 && c <= 0xa4cf
                        || c >= 0xac00 && c <= 0xd7a3
                        || c >= 0xf900 && c <= 0xfaff
                        || c >= 0xfe30 && c <= 0xfe6f
                        || c >= 0xff00 && c <= 0xff60
                        || c >= 0x1f300 && c <= 0x1faff;
        return wide ? 2 : 1;
    }

    /// One line of terminal cells with the lifelines already on it.
    private final class Canvas {
        private static final int SECOND_HALF = -1;
        private int[] cells = new int[x(ladder.columns().size()) + 8];

        Canvas() {
            java.util.Arrays.fill(cells, ' ');
            for (int i = 0; i < ladder.columns().size(); i++) {
                cells[x(i)] = '|';
            }
        }

        void fill(int from, int to, char c) {
            for (int i = from; i <= to; i++) {
                cells[i] = c;
            }
        }

        void write(int at, String text) {
            int cell = at;
            for (int c : text.codePoints().toArray()) {
                if (cell + 2 > cells.length) {
                    int end = cells.length;
                    cells = java.util.Arrays.copyOf(cells, end * 2);
                    java.util.Arrays.fill(cells, end, cells.length, ' ');
                }
                cells[cell++] = c;
                if (columns(c) == 2) {
                    cells[cell++] = SECOND_HALF;
                }
            }
        }

        String from(int start) {
            StringBuilder text = new StringBuilder();
            for (int i = start; i < cells.length; i++) {
                if (cells[i] != SECOND_HALF) {
                    text.appendCodePoint(cells[i]);
                }
            }
            return text.toString();
        }
    }
}
