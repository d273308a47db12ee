package io.callogram.analyzer.story;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import org.jspecify.annotations.Nullable;

/// When a transfer is complete: the new call lasts, and whoever asked for it is out (RFC 5589).
final class Transfers {

    private final Plot plot;
    private final Words words;
    private final Pairs pairs;
    private boolean told;
    private int transferor = -1;

    Transfers(Plot plot, Words words, Pairs pairs) {
        this.plot = plot;
        this.words = words;
        this.pairs = pairs;
    }

    /// The milestone, once.
    @Nullable Line completed(@Nullable CallDialog begun) {
        CallMessage refer = told || !plot.isTransfer() ? null : refer();
        if (refer == null) {
            return null;
        }
        transferor = plot.root(refer).fromNode();
        CallDialog result = null;
        for (CallDialog d : pairs.open()) {
            if (d.callerNode() == transferor || d.calleeNode() == transferor) {
                return null;
            }
            boolean later = d.confirmed() > refer.number();
            result = later && pairs.ends(d) != null ? d : result;
        }
        if (result == null || (begun != null && begun.number() != result.number())) {
            return null;
        }
        told = true;
        return Line.of("M.XFER")
                .with("A", words.node(transferor))
                .with("B", role("B", result.callerNode()))
                .with("C", role("C", result.calleeNode()));
    }

    /// Who it is in the rules' eyes where the new call begins or ends at a server.
    private String role(String role, int node) {
        Flow attended = plot.flow(FlowKind.ATTENDED_TRANSFER);
        Flow flow = attended == null ? plot.flow(FlowKind.BLIND_TRANSFER) : attended;
        String name = flow == null || plot.isAgent(node) ? null : flow.roles().get(role);
        return name == null ? words.node(node) : Words.safe(name);
    }

    /// Whether a conversation through a server was told to go on without one of its ends.
    boolean isLeft(Pairs.Pair pair) {
        return told && pair.middle() >= 0 && (pair.a() == transferor || pair.b() == transferor);
    }

    private @Nullable CallMessage refer() {
        for (Request request : plot.scene().requests()) {
            if (request.method() == Method.REFER && request.isAccepted()) {
                return request.sent();
            }
        }
        return null;
    }
}
