package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Folded;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What conversations are called.
final class Named {

    /// A talks to B for a minute, directly.
    static final String TALK =
            """
            0.000 A>B INVITE 1 a/ sdp=A:4000
            0.300 B>A 180 1 a/b
            4.300 B>A 200 1 a/b sdp=B:5000
            4.350 A>B ACK 1 a/b
            """;

    static final String BYE =
            """
            64.350 A>B BYE 9 a/b
            64.400 B>A 200/BYE 9 a/b
            """;

    private Named() {}

    /// `hold high`, call by call.
    static List<String> in(String conversation) {
        List<String> all = new ArrayList<>();
        for (Flow flow : flows(conversation)) {
            all.add(flow.kind().slug() + " " + flow.confidence().slug());
        }
        return all;
    }

    /// Roles and attributes of the first flow of a kind: `A=1001 resumed=true`.
    static String told(String conversation, FlowKind kind) {
        Flow flow = flow(conversation, kind);
        StringBuilder out = new StringBuilder();
        write(out, flow.roles());
        write(out, flow.attributes());
        return out.toString().strip();
    }

    static Flow flow(String conversation, FlowKind kind) {
        for (Flow flow : flows(conversation)) {
            if (flow.kind() == kind) {
                return flow;
            }
        }
        throw new AssertionError("no " + kind + " in " + in(conversation));
    }

    private static void write(StringBuilder out, Map<String, String> values) {
        values.forEach((name, value) -> out.append(name).append('=').append(value).append(' '));
    }

    private static List<Flow> flows(String conversation) {
        List<Flow> flows = new ArrayList<>();
        for (Call call : Folded.calls(conversation)) {
            flows.addAll(Flows.of(Scene.of(call)));
        }
        return flows;
    }
}
