package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.Scene;
import java.util.List;

/// Recognises one flow, or a close family of them.
interface Rule {

    /// @return in order of time; empty when the call has none
    List<Flow> of(Scene scene);
}
