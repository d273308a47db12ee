package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallKind;
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
    private final Call call;
    private final Words words;

    Summary(Findings findings, Words words) {
        this.findings = findings;
        this.call = findings.call();
        this.words = words;
    }

    String title() {
        FlowKind headline = findings.headline();
        if (headline == null) {
            return words.phrase("K." + call.kind().slug());
        }
        String name = words.phrase("F." + headline.slug());
        return switch (confidence(headline)) {
            case HIGH -> name;
            case MEDIUM -> words.phrase("S.PROBABLY", "name", name);
            case LOW -> words.phrase("S.POSSIBLY", "name", name);
        };
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
        if (call.endedBy() != null) {
            parts.add(words.phrase("S.ENDED", "who", who()));
        }
        String count = Integer.toString(call.messages().size());
        parts.add(words.phrase("S.MESSAGES", "n", count));
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

    private String who() {
        return switch (java.util.Objects.requireNonNull(call.endedBy())) {
            case CALLER -> words.name(call.caller());
            case CALLEE -> words.name(call.callee());
            case NETWORK -> words.phrase("S.NETWORK");
        };
    }
}
