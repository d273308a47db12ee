package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.rule.Flows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call with all that is concluded of it.
///
/// @param flows in order of precedence
/// @param headline the flow that names the call; null when nothing was recognised
/// @param hints in order of their first message
public record Findings(Call call, List<Flow> flows, @Nullable FlowKind headline, List<Hint> hints) {

    public static Findings of(Call call) {
        Scene scene = Scene.of(call);
        List<Flow> flows = Flows.of(scene);
        FlowKind headline = flows.isEmpty() ? null : flows.getFirst().kind();
        return new Findings(call, flows, headline, Hints.of(scene, flows));
    }
}
