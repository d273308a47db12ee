package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells INVITEs that take a call somewhere else (RFC 5806, RFC 7044).
final class Diversions {

    private final Plot plot;
    private final Words words;

    Diversions(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    /// The sentence, or null when nothing says that this INVITE forwards the call to someone else.
    @Nullable Line of(CallMessage m) {
        Flow flow = forwarding(m.number());
        if (flow == null) {
            return null;
        }
        String target = flow.roles().get("C");
        boolean sure = flow.confidence() == Confidence.HIGH;
        return Line.of(sure ? "T.FWD.INV" : "T.FWD.INV.MAYBE")
                .with("why", words.phrase(reason(flow.kind())))
                .with("C", target == null ? words.node(m.toNode()) : Words.safe(target))
                .with("ruri", "")
                .proof(proof(said(m)));
    }

    private @Nullable Flow forwarding(int message) {
        for (FlowKind kind : FlowKind.values()) {
            Flow flow = reason(kind).isEmpty() ? null : plot.flow(kind, message);
            if (flow != null && isProvedBy(flow, message)) {
                return flow;
            }
        }
        return null;
    }

    /// The INVITE to whoever was dialled proves a forwarding too.
    private static boolean isProvedBy(Flow flow, int message) {
        for (Proof proof : flow.proofs()) {
            if (proof.message() == message && !proof.reason().equals("invite-dialled")) {
                return true;
            }
        }
        return false;
    }

    private static String reason(FlowKind kind) {
        if (kind == FlowKind.FORWARD_BUSY) {
            return "X.FWD.BUSY";
        }
        if (kind == FlowKind.FORWARD_NO_ANSWER) {
            return "X.FWD.NOANS";
        }
        if (kind == FlowKind.FORWARD_UNCONDITIONAL) {
            return "X.FWD.ALWAYS";
        }
        if (kind == FlowKind.FORWARD_NOT_REACHABLE) {
            return "X.FWD.UNREACHABLE";
        }
        return kind == FlowKind.CALL_DEFLECTION ? "X.FWD.DEFLECTED" : "";
    }

    static String proof(Sighting s) {
        String diversion = Words.header(s, Mark.DIVERSION);
        if (!diversion.isEmpty()) {
            return diversion;
        }
        String entry = "";
        for (Marked marked : s.marks()) {
            // The entry with a cause is the one that went on (RFC 4458, RFC 7044 §5).
            boolean told = marked.mark() == Mark.HISTORY_INFO && marked.value().contains("cause");
            entry = told ? Mark.HISTORY_INFO.field() + ": " + Words.quoted(marked.value()) : entry;
        }
        return entry.isEmpty() ? Words.header(s, Mark.HISTORY_INFO) : entry;
    }

    /// The new Request-URI, where a server changed it.
    String retargeted(CallMessage m, CallMessage up) {
        Address now = said(m).requestUri();
        if (now == null || said(m).uriKey() == said(up).uriKey()) {
            return "";
        }
        String uri = (now.scheme().isEmpty() ? "" : now.scheme() + ":") + words.account(now);
        return words.phrase("X.RURI", "ruri", uri);
    }
}
