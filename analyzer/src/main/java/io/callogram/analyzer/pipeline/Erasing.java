package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes the calls of an erased beginning out of the index. A call that was cut in two stays there
/// with what is left of it.
final class Erasing {

    /// Of no pass: the reading that follows replaces it, or takes it out.
    private static final int LEFT = 0;

    private Erasing() {}

    static boolean concerns(CallRecord record, long before) {
        return record.places().stream().anyMatch(place -> place.position() < before);
    }

    /// @param before position of the first byte that is left; the source gives no other any more
    static void of(Source source, long before, CallIndex index, Function<Call, CallRecord> view)
            throws IOException {
        int number = source.status().number();
        // Nobody adds what was folded before meanwhile.
        synchronized (source) {
            index.refresh();
            List<CallRecord> rests = new ArrayList<>();
            for (CallRecord cut : index.across(number, before)) {
                Optional<Call> rest = source.fold(cut);
                rest.map(view).ifPresent(rests::add);
            }
            index.removeBefore(number, before);
            for (CallRecord rest : rests) {
                index.add(rest, LEFT);
            }
            index.refresh();
        }
    }
}
