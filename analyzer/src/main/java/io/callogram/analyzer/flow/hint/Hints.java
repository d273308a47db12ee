package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.Scene;
import java.util.List;

/// All diagnostics of a call.
public final class Hints {

    private static final Lint[] LINTS = {
        Acknowledging::inspect,
        Waiting::inspect,
        Cancelling::inspect,
        Authenticating::inspect,
        Registering::inspect,
        Form::inspect,
        Identifying::inspect,
        Sequence::inspect,
        WithinDialog::inspect,
        Routing::inspect,
        Refreshing::inspect,
        Negotiating::inspect,
        Resuming::inspect,
        MediaFlow::inspect,
        Reliability::inspect,
        Transferring::inspect,
        Refusals::inspect,
        CaptureLimits::inspect,
        Timing::inspect
    };

    private Hints() {}

    /// In order of their first message.
    ///
    /// @param flows what was recognised in the call
    public static List<Hint> of(Scene scene, List<Flow> flows) {
        return of(scene, flows, HintThresholds.DEFAULT);
    }

    public static List<Hint> of(Scene scene, List<Flow> flows, HintThresholds limits) {
        // What a scanner does to the RFCs helps nobody.
        if (scene.call().kind() == CallKind.ATTACK) {
            return List.of();
        }
        Inspection in = new Inspection(scene, flows, limits);
        for (Lint lint : LINTS) {
            lint.inspect(in);
        }
        return in.hints();
    }
}
