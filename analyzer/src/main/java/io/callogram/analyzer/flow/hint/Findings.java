package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call with all that is concluded of it.
///
/// @param flows in order of precedence
/// @param headline the flow that names the call; null when nothing was recognised
/// @param hints in order of their first message
/// @param rules by which all this was concluded
/// @param goesOn more is captured: what has not ended may be seen to end
public record Findings(
        Call call,
        List<Flow> flows,
        @Nullable FlowKind headline,
        List<Hint> hints,
        Rulebook rules,
        boolean goesOn) {

    /// The same as long as more is captured: that the capture ends says nothing yet.
    public Findings soFar() {
        List<Hint> known =
                hints.stream().filter(hint -> hint.kind() != HintKind.CAPTURE_ENDS_EARLY).toList();
        return new Findings(call, flows, headline, known, rules, true);
    }

    /// By the standard rulebook.
    public static Findings of(Call call) {
        return Rulebook.STANDARD.judge(call);
    }
}
