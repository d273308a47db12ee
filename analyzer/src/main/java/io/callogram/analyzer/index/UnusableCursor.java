package io.callogram.analyzer.index;

/// A cursor that no page of this order gave out.
public final class UnusableCursor extends Exception {

    private static final long serialVersionUID = 1;

    UnusableCursor() {
        super("the cursor does not belong to this order");
    }
}
