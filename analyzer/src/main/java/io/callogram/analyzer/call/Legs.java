package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The legs of one Call-ID, and which end-to-end transaction is in which. Immutable.
final class Legs {

    static final Legs NONE = new Legs(new State[0], null);

    /// @param tag its requester's, as of the last re-submission
    /// @param otherTag the other side's when its start was not captured
    /// @param status of the last final response to its initial request, 0 while there is none
    record State(
            int id, Seen first, long tag, long otherTag, int initial, int status, long concluded) {

        Method method() {
            return first.sighting().method();
        }

        boolean isKnownBy(Sighting s) {
            return tag == s.fromTag()
                    || (s.toTag() != 0 && (tag == s.toTag() || otherTag == s.toTag()))
                    || (otherTag != 0 && otherTag == s.fromTag());
        }
    }

    private record Member(int endToEnd, int leg, @Nullable Member before) {}

    private final State[] all;
    private final @Nullable Member members;

    private Legs(State[] all, @Nullable Member members) {
        this.all = all;
        this.members = members;
    }

    int size() {
        return all.length;
    }

    State at(int index) {
        return all[index];
    }

    /// Leg of an end-to-end transaction, 0 when none. Members stand in falling order of number, and
    /// those asked for are recent.
    int of(int endToEnd) {
        for (Member m = members; m != null && m.endToEnd() >= endToEnd; m = m.before()) {
            if (m.endToEnd() == endToEnd) {
                return m.leg();
            }
        }
        return 0;
    }

    Legs opening(LegEvent.LegOpened e) {
        Sighting s = e.cause().sighting();
        State[] more = Arrays.copyOf(all, all.length + 1);
        long other = e.startUnseen() ? s.toTag() : 0;
        more[all.length] = new State(e.leg(), e.cause(), s.fromTag(), other, e.endToEnd(), 0, 0);
        return new Legs(more, new Member(e.endToEnd(), e.leg(), members));
    }

    Legs continuing(LegEvent.LegContinued e) {
        State old = all[e.leg() - 1];
        long tag = e.cause().sighting().fromTag();
        State renewed = new State(old.id(), old.first(), tag, old.otherTag(), e.endToEnd(), 0, 0);
        return new Legs(with(renewed), new Member(e.endToEnd(), e.leg(), members));
    }

    Legs joining(LegEvent.LegJoined e) {
        return new Legs(all, new Member(e.endToEnd(), e.leg(), members));
    }

    Legs concluding(LegEvent.LegConcluded e) {
        State old = all[e.leg() - 1];
        int status = e.cause().sighting().status();
        long time = e.cause().time();
        return new Legs(
                with(
                        new State(
                                old.id(),
                                old.first(),
                                old.tag(),
                                old.otherTag(),
                                old.initial(),
                                status,
                                time)),
                members);
    }

    private State[] with(State changed) {
        State[] same = all.clone();
        same[changed.id() - 1] = changed;
        return same;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Legs that && Arrays.equals(all, that.all);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(all);
    }
}
