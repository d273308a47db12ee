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
            case START -> new long[] {call.times().start()};
            case DURATION -> known(call.times().end() - call.times().start());
            case TALK -> known(call.times().talk());
            case RING -> known(call.times().ring());
            case POST_DIAL_DELAY -> known(call.times().postDialDelay());
            case CODE -> all(call.facts().codes());
            case PORT -> all(call.facts().ports());
            case MESSAGES -> new long[] {call.messages()};
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
        return values.stream().mapToLong(Integer::longValue).toArray();
    }
}
