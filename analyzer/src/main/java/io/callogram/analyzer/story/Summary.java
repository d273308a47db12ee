package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a story is called, and its line of facts.
final class Summary {

    private final Findings findings;
    private final Plot plot;
    private final Call call;
    private final Words words;

    Summary(Plot plot, Words words) {
        this.plot = plot;
        this.findings = plot.findings();
        this.call = findings.call();
        this.words = words;
    }

    String title() {
        FlowKind headline = findings.headline();
        if (headline == null) {
            return words.phrase("K." + call.kind().slug());
        }
        String name = words.phrase("F." + headline.slug());
        return words.certain(confidence(headline), name);
    }

    private Confidence confidence(FlowKind kind) {
        Confidence best = Confidence.LOW;
        for (Flow flow : findings.flows()) {
            boolean better = flow.kind() == kind && flow.confidence().compareTo(best) < 0;
            best = better ? flow.confidence() : best;
        }
        return best;
    }

    String line() {
        List<String> parts = new ArrayList<>();
        parts.add(parties());
        parts.add(words.phrase("O." + call.result().outcome().slug()));
        if (call.result().code() >= 300) {
            parts.add(words.phrase("S.CODE", "code", words.code(call.result().code())));
        }
        if (call.kind() == CallKind.CALL) {
            times(parts);
        }
        String who = who();
        if (!who.isEmpty()) {
            parts.add(words.phrase("S.ENDED", "who", who));
        }
        String count = Integer.toString(call.messages().size());
        parts.add(words.phrase(count.equals("1") ? "S.MESSAGE" : "S.MESSAGES", "n", count));
        return String.join(words.language() == Language.ZH ? "，" : ", ", parts);
    }

    private String parties() {
        String caller = words.name(call.caller());
        String callee = words.name(call.callee());
        return caller.equals(callee)
                ? caller
                : words.phrase("S.PARTIES", Map.of("A", caller, "B", callee));
    }

    private void times(List<String> parts) {
        if (call.times().ring() >= 0) {
            parts.add(words.phrase("S.RANG", "sec", words.seconds(call.times().ring())));
        }
        if (call.times().talk() >= 0) {
            parts.add(words.phrase("S.TALKED", "sec", words.seconds(call.times().talk())));
        }
    }

    /// Who ended the conversation that counts: not always one of those who were in it first.
    private String who() {
        if (call.endedBy() == Ended.NETWORK) {
            return words.phrase("S.NETWORK");
        }
        int head = plot.scene().head(plot.scene().decisiveLeg());
        CallDialog first = null;
        for (CallDialog d : call.dialogs()) {
            boolean counts = plot.scene().head(d.leg()) == head && d.confirmed() != 0;
            boolean told = counts && d.endedBy() != null && isEnd(d);
            first = told && (first == null || d.ended() < first.ended()) ? d : first;
        }
        if (first == null || call.endedBy() == null) {
            return "";
        }
        boolean byCaller = first.endedBy() == Ended.CALLER;
        int node = byCaller ? first.callerNode() : first.calleeNode();
        Leg leg = plot.scene().leg(first.leg());
        return plot.isAgent(node) ? words.node(node) : words.name(byCaller ? leg.from() : leg.to());
    }

    /// A server that ends one of its legs only passes on what happened on another.
    private boolean isEnd(CallDialog d) {
        int node = d.endedBy() == Ended.CALLER ? d.callerNode() : d.calleeNode();
        return !plot.isB2bua(node) || call.legs().size() == 1;
    }
}
