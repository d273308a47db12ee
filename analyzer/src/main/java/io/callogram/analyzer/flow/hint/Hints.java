package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.List;

/// Every diagnostic of a call.
final class Hints {

    private Hints() {}

    /// In order of first message.
    static List<Hint> of(Scene scene, List<Flow> flows) {
        List<Hint> hints = new ArrayList<>(0);
        return hints;
    }
}
