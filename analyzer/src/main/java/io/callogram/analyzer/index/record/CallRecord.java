package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call as the index keeps it.
///
/// @param source which capture, as numbered by whoever opened it
/// @param sourceName its name, for people and for `source:`
/// @param outcomeClass class slug of the outcome, or null
/// @param code status code that the first caller got, or 0
/// @param messages numbered messages, without repeats
/// @param retransmissions repeats of all messages
/// @param problems problems that the scanner noted in its messages
/// @param places where every sighting stands, repeats among them, in the order of capture
public record CallRecord(
        String id,
        int source,
        String sourceName,
        CallKind kind,
        Party caller,
        Party callee,
        Outcome outcome,
        @Nullable String outcomeClass,
        int code,
        @Nullable Ended endedBy,
        Times times,
        int legs,
        int dialogs,
        int messages,
        int retransmissions,
        int problems,
        Facts facts,
        List<Where> places) {

    /// The record of a folded call.
    public static CallRecord of(Call call, int source, String sourceName) {
        int repeats = 0;
        int problems = 0;
        List<Where> places = new ArrayList<>();
        for (CallMessage message : call.messages()) {
            repeats += message.repeats().size();
            problems += message.seen().sighting().problems();
            places.add(message.seen().sighting().where());
            for (Seen again : message.repeats()) {
                places.add(again.sighting().where());
            }
        }
        // In the order of capture, whatever the clock said.
        places.sort(Comparator.comparingLong(Where::packet).thenComparingLong(Where::position));
        return new CallRecord(
                call.id(),
                source,
                sourceName,
                call.kind(),
                Party.of(call.caller()),
                Party.of(call.callee()),
                call.result().outcome(),
                call.result().kind(),
                call.result().code(),
                call.endedBy(),
                call.times(),
                call.legs().size(),
                call.dialogs().size(),
                call.messages().size(),
                repeats,
                problems,
                new FactsGathering(call).facts(),
                List.copyOf(places));
    }
}
