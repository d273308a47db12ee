package io.callogram.analyzer.flow.hint;

/// Looks at one side of a call and notes what it finds.
interface Lint {
    void inspect(Inspection in);
}
