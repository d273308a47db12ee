package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One call as the index keeps it.
///
/// @param sourceName name of its capture, for people and for `source:`
/// @param media the streams that were found of it, its first ones
/// @param places where every sighting stands, repeats among them, in the order of capture
public record CallRecord(
        CallRow row, String sourceName, Facts facts, List<MediaStream> media, List<Where> places) {

    /// The record of a folded call with all that was concluded of it.
    public static CallRecord of(Findings findings, int source, String sourceName) {
        Call call = findings.call();
        List<Where> places = new ArrayList<>();
        for (CallMessage message : call.messages()) {
            places.add(message.seen().sighting().where());
            for (Seen again : message.repeats()) {
                places.add(again.sighting().where());
            }
        }
        // In the order of capture, whatever the clock said.
        places.sort(Comparator.comparingLong(Where::packet).thenComparingLong(Where::position));
        return new CallRecord(
                CallRow.of(findings, source),
                sourceName,
                new FactsGathering(call).facts(),
                call.media().stream().limit(FactsGathering.MOST).toList(),
                List.copyOf(places));
    }
}
