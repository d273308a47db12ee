package io.callogram.analyzer.index;

/// A search that did not end within its time: the question is too broad for this index.
public final class SearchTooLong extends Exception {

    private static final long serialVersionUID = 1;

    SearchTooLong() {
        super("the search took too long");
    }
}
