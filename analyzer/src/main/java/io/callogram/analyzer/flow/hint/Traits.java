package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;

/// What occurs in a call at all, gathered in one pass: most lints need not look further.
final class Traits {

    private long marks;
    private boolean repeated;
    private boolean refused;
    private boolean stray;
    private boolean damaged;
    private boolean exhausted;

    static Traits of(Call call) {
        Traits traits = new Traits();
        List<CallMessage> messages = call.messages();
        for (int i = 0; i < messages.size(); i++) {
            traits.add(messages.get(i));
        }
        return traits;
    }

    private void add(CallMessage m) {
        Sighting s = m.seen().sighting();
        repeated |= !m.repeats().isEmpty();
        refused |= s.status() >= 300;
        stray |= !m.stray().isEmpty();
        damaged |= !s.where().isWhole();
        exhausted |= s.maxForwards() == 0;
        List<Marked> list = s.marks();
        for (int i = 0; i < list.size(); i++) {
            marks |= 1L << list.get(i).mark().ordinal();
        }
    }

    boolean has(Mark mark) {
        return (marks & 1L << mark.ordinal()) != 0;
    }

    /// Some message was sent again.
    boolean isRepeated() {
        return repeated;
    }

    /// Some request was refused.
    boolean isRefused() {
        return refused;
    }

    boolean isStray() {
        return stray;
    }

    /// Some message was not captured completely.
    boolean isDamaged() {
        return damaged;
    }

    /// Some request has no hops left.
    boolean isExhausted() {
        return exhausted;
    }
}
