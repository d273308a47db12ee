package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Hint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One call as a list shows it.
///
/// @param source which capture, as numbered by whoever opened it
/// @param callIds Call-IDs of its legs, as written
/// @param outcomeClass class slug of the outcome, or null
/// @param code status code that the first caller got, or 0
/// @param legs the first of them, never more than a hundred
/// @param legsCount all of them
/// @param messages numbered messages, without repeats
/// @param retransmissions repeats of all messages
/// @param problems problems that the scanner noted in its messages
/// @param headline the flow that names it, or null
public record CallRow(
        String id,
        int source,
        CallKind kind,
        Party caller,
        Party callee,
        List<String> callIds,
        Outcome outcome,
        @Nullable String outcomeClass,
        int code,
        @Nullable Ended endedBy,
        Times times,
        List<LegRow> legs,
        int legsCount,
        int dialogs,
        int messages,
        int retransmissions,
        int problems,
        @Nullable FlowKind headline,
        List<Flow> flows,
        List<Hint> hints) {

    /// A scan has thousands, and a page of a list many calls.
    private static final int MOST_LEGS = 100;

    public static CallRow of(Findings findings, int source) {
        Call call = findings.call();
        int repeats = 0;
        int problems = 0;
        for (CallMessage message : call.messages()) {
            repeats += message.repeats().size();
            problems += message.seen().sighting().problems();
        }
        return new CallRow(
                call.id(),
                source,
                call.kind(),
                Party.of(call.caller()),
                Party.of(call.callee()),
                callIds(call),
                call.result().outcome(),
                call.result().kind(),
                call.result().code(),
                call.endedBy(),
                call.times(),
                call.legs().stream().limit(MOST_LEGS).map(LegRow::of).toList(),
                call.legs().size(),
                call.dialogs().size(),
                call.messages().size(),
                repeats,
                problems,
                findings.headline(),
                findings.flows(),
                findings.hints());
    }

    private static List<String> callIds(Call call) {
        Set<String> callIds = new LinkedHashSet<>();
        for (Leg leg : call.legs()) {
            if (callIds.size() < FactsGathering.MOST) {
                callIds.add(leg.callId());
            }
        }
        return List.copyOf(callIds);
    }
}
