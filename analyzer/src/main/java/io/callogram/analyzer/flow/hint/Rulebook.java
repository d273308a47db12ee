package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.Thresholds;
import io.callogram.analyzer.flow.rule.Flows;
import java.util.List;

/// The rules with the thresholds that somebody judges calls by.
public record Rulebook(Thresholds flows, HintThresholds hints) {
    public static final Rulebook STANDARD =
            new Rulebook(Thresholds.DEFAULT, HintThresholds.DEFAULT);

    public Findings judge(Call call) {
        Scene scene = Scene.of(call, flows);
        List<Flow> found = Flows.of(scene);
        FlowKind headline = found.isEmpty() ? null : found.getFirst().kind();
        return new Findings(call, found, headline, Hints.of(scene, found, hints), this, false);
    }
}
