package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Hint;
import java.util.Map;

/// What is concluded of a call, a line for each conclusion: `flow hold high A=1001 B=1002
/// resumed=true proofs 9:hold-offer 13:hold-answer`.
final class ClassificationText {

    private ClassificationText() {}

    static String of(Call call) {
        Findings findings = Findings.of(call);
        StringBuilder out = new StringBuilder();
        out.append("outcome ").append(call.result().outcome().slug());
        if (call.result().kind() != null) {
            out.append(" (").append(call.result().kind()).append(')');
        }
        out.append('\n');
        out.append("headline ")
                .append(findings.headline() == null ? "-" : findings.headline().slug())
                .append('\n');
        findings.flows().forEach(flow -> flow(out, flow));
        findings.hints().forEach(hint -> hint(out, hint));
        return out.toString();
    }

    private static void flow(StringBuilder out, Flow flow) {
        out.append("flow ").append(flow.kind().slug());
        out.append(' ').append(flow.confidence().slug());
        values(out, flow.roles());
        values(out, flow.attributes());
        out.append(" proofs");
        for (Proof proof : flow.proofs()) {
            out.append(' ').append(proof.message()).append(':').append(proof.reason());
        }
        out.append('\n');
    }

    private static void hint(StringBuilder out, Hint hint) {
        out.append("hint ").append(hint.kind().slug());
        hint.evidence().forEach(message -> out.append(' ').append(message));
        values(out, hint.values());
        out.append('\n');
    }

    private static void values(StringBuilder out, Map<String, String> values) {
        values.forEach((name, value) -> out.append(' ').append(name).append('=').append(value));
    }
}
