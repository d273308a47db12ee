package io.callogram.analyzer.index.query;

/// A query that cannot be read: where, and what would have been understood.
public final class UnreadableQuery extends Exception {

    private static final long serialVersionUID = 1;

    private final int column;
    private final String expected;

    UnreadableQuery(int column, String expected) {
        super("column " + column + ": expected " + expected);
        this.column = column;
        this.expected = expected;
    }

    /// 1 for the first character.
    public int column() {
        return column;
    }

    public String expected() {
        return expected;
    }
}
