package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.capture.packet.Trouble;
import java.util.ArrayList;
import java.util.List;

/// Names the calls of a source for the index. By several threads at once.
final class Judging {
    private static final int MAX_FAULTS = 100;

    private final Source source;
    private final Rulebook rules;
    private final List<Trouble> faults = new ArrayList<>();

    Judging(Source source, Rulebook rules) {
        this.source = source;
        this.rules = rules;
    }

    CallRecord view(Call call) {
        return record(judged(call));
    }

    CallRecord soFar(Call call) {
        return record(judged(call).soFar());
    }

    private CallRecord record(Findings findings) {
        SourceStatus status = source.status();
        return CallRecord.of(findings, status.number(), status.name());
    }

    /// A fault of ours in one call must not cost the others: it stays without a name, and is told.
    private Findings judged(Call call) {
        try {
            return rules.judge(call);
        } catch (RuntimeException fault) {
            long at = call.messages().getFirst().seen().sighting().where().position();
            String sentence = "holds a call that our rules failed at: " + call.id() + ", " + fault;
            synchronized (faults) {
                if (faults.size() < MAX_FAULTS) {
                    faults.add(new Trouble("rule-failed", at, sentence));
                }
            }
            return new Findings(call, List.of(), null, List.of(), rules, false);
        }
    }

    /// With the faults among its troubles.
    Analyzed told(Analyzed analyzed) {
        synchronized (faults) {
            List<Trouble> all = new ArrayList<>(analyzed.troubles());
            all.addAll(faults);
            return new Analyzed(analyzed.account(), List.copyOf(all), analyzed.streams());
        }
    }
}
