package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.CallRecord;
import java.util.List;

/// The fields of a call that are numbers. Durations are nanoseconds; what is unknown has no value
/// and so matches no comparison.
public enum AmountField {
    START,
    DURATION,
    TALK,
    RING,
    POST_DIAL_DELAY,
    CODE,
    PORT,
    MESSAGES;

    private static final long[] NONE = {};

    public long[] values(CallRecord call) {
        return switch (this) {
            case START -> new long[] {call.row().times().start()};
            case DURATION -> known(call.row().times().end() - call.row().times().start());
            case TALK -> known(call.row().times().talk());
            case RING -> known(call.row().times().ring());
            case POST_DIAL_DELAY -> known(call.row().times().postDialDelay());
            case CODE -> all(call.facts().codes());
            case PORT -> all(call.facts().ports());
            case MESSAGES -> new long[] {call.row().messages()};
        };
    }

    /// Whether it is measured in time, so that `30s` and `500ms` may be written.
    public boolean isDuration() {
        return switch (this) {
            case DURATION, TALK, RING, POST_DIAL_DELAY -> true;
            case START, CODE, PORT, MESSAGES -> false;
        };
    }

    private static long[] known(long value) {
        return value < 0 ? NONE : new long[] {value};
    }

    private static long[] all(List<Integer> values) {
        long[] all = new long[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = values.get(i);
        }
        return all;
    }
}
