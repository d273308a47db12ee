package io.callogram.analyzer.transaction;

import io.callogram.analyzer.event.Machine;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.TransactionEvent.CopyDropped;
import io.callogram.analyzer.transaction.TransactionEvent.FailureAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.FinalSeen;
import io.callogram.analyzer.transaction.TransactionEvent.InviteCancelled;
import io.callogram.analyzer.transaction.TransactionEvent.MessageRepeated;
import io.callogram.analyzer.transaction.TransactionEvent.MessageStray;
import io.callogram.analyzer.transaction.TransactionEvent.ProvisionalSeen;
import io.callogram.analyzer.transaction.TransactionEvent.RequestUnseen;
import io.callogram.analyzer.transaction.TransactionEvent.SuccessAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.TimerFired;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionStarted;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionTerminated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hop transactions as RFC 3261 §17 draws them, watched from outside: one state serves client and
/// server side.
public final class TransactionMachine
        implements Machine<Transactions, Observation, TransactionEvent> {

    /// A flood within one Call-ID ends the oldest of so many before its time, so that work for each
    /// message stays bounded.
    static final int MOST = 256;

    @Override
    public Transactions initial() {
        return Transactions.NONE;
    }

    @Override
    public List<TransactionEvent> interpret(Transactions state, Observation input) {
        return switch (input) {
            case TimePassed passed -> expired(state, passed);
            case Seen seen -> seen(state, seen);
        };
    }

    @Override
    public Transactions evolve(Transactions state, TransactionEvent event) {
        return switch (event) {
            case TransactionStarted e -> state.adding(Turn.started(e));
            case RequestUnseen e -> state.adding(Turn.unseen(e));
            case SuccessAcknowledged e -> state.adding(Turn.acknowledging(e));
            case ProvisionalSeen e -> Turn.heard(state, e.transaction(), e.cause());
            case FinalSeen e -> Turn.heard(state, e.transaction(), e.cause());
            case FailureAcknowledged e -> Turn.heard(state, e.transaction(), e.cause());
            case TransactionTerminated e -> state.without(e.transaction());
            case InviteCancelled _,
                    MessageRepeated _,
                    CopyDropped _,
                    TimerFired _,
                    MessageStray _ ->
                    state;
        };
    }

    private static List<TransactionEvent> seen(Transactions state, Seen seen) {
        Sighting s = seen.sighting();
        if (s.cseq() < 0) {
            return List.of(new MessageStray(seen, "no-cseq"));
        }
        if (!s.isRequest()) {
            return response(state, seen);
        }
        return switch (s.method()) {
            case ACK -> ack(state, seen);
            case CANCEL -> cancel(state, seen);
            case INVITE,
                    BYE,
                    REGISTER,
                    OPTIONS,
                    PRACK,
                    SUBSCRIBE,
                    NOTIFY,
                    PUBLISH,
                    INFO,
                    REFER,
                    MESSAGE,
                    UPDATE,
                    OTHER ->
                    request(state, seen);
        };
    }

    private static List<TransactionEvent> request(Transactions state, Seen seen) {
        HopTransaction known = state.matching(seen.sighting(), seen.sighting().method());
        if (known != null) {
            return List.of(again(known, seen));
        }
        TransactionEvent started = started(state, seen);
        if (state.size() < MOST) {
            return List.of(started);
        }
        HopTransaction oldest = state.at(0);
        return List.of(
                started,
                new TransactionTerminated(seen, oldest.id(), oldest.endToEnd(), oldest.atOrigin()));
    }

    private static TransactionStarted started(Transactions state, Seen seen) {
        Sighting s = seen.sighting();
        HopTransaction hop = state.hopOf(s, s.method());
        int endToEnd = hop == null ? state.nextEndToEnd : hop.endToEnd();
        int upstream = hop == null ? 0 : Upstream.of(state, s, s.method(), endToEnd);
        return new TransactionStarted(seen, state.nextId, endToEnd, upstream);
    }

    /// A request on a known branch is the same request again, even with other bytes.
    private static TransactionEvent again(HopTransaction known, Seen seen) {
        Seen first = known.original(seen);
        return repeated(known, seen, first == null ? known.first() : first);
    }

    private static TransactionEvent repeated(HopTransaction known, Seen seen, Seen first) {
        return Repetition.isCopy(first, seen)
                ? new CopyDropped(seen, known.id(), first)
                : new MessageRepeated(seen, known.id(), first);
    }

    private static List<TransactionEvent> cancel(Transactions state, Seen seen) {
        Sighting s = seen.sighting();
        HopTransaction known = state.matching(s, Method.CANCEL);
        if (known != null) {
            return List.of(again(known, seen));
        }
        TransactionStarted own = started(state, seen);
        // The branch names the INVITE on this hop; without it, only the CSeq number does.
        HopTransaction invite = state.matching(s, Method.INVITE);
        return invite == null
                ? List.of(own)
                : List.of(
                        own,
                        new InviteCancelled(
                                seen,
                                own.transaction(),
                                invite.id(),
                                invite.endToEnd(),
                                invite.atOrigin()));
    }

    /// RFC 3261 §17.1.1.3: on the INVITE's branch it acknowledges a failure; else it is the ACK to
    /// a 2xx, unless the INVITE got one and its sender never changes branches.
    private static List<TransactionEvent> ack(Transactions state, Seen seen) {
        Sighting s = seen.sighting();
        HopTransaction own = state.matching(s, Method.ACK);
        if (own != null) {
            return List.of(again(own, seen));
        }
        HopTransaction invite = state.matching(s, Method.INVITE);
        if (invite != null && !(invite.state() instanceof TransactionState.Accepted)) {
            Seen first = invite.original(seen);
            return List.of(
                    first == null
                            ? new FailureAcknowledged(
                                    seen, invite.id(), invite.endToEnd(), invite.atOrigin())
                            : repeated(invite, seen, first));
        }
        HopTransaction refused = invite == null ? state.refused(s) : null;
        if (refused != null) {
            return List.of(
                    new FailureAcknowledged(
                            seen, refused.id(), refused.endToEnd(), refused.atOrigin()));
        }
        HopTransaction invited = invite == null ? state.invited(s) : invite;
        if (invited == null) {
            return List.of(new MessageStray(seen, "ack-without-invite"));
        }
        int upstream = Upstream.of(state, s, Method.ACK, invited.endToEnd());
        return List.of(new SuccessAcknowledged(seen, state.nextId, invited.endToEnd(), upstream));
    }

    private static List<TransactionEvent> response(Transactions state, Seen seen) {
        Sighting s = seen.sighting();
        HopTransaction known = state.matching(s, s.method());
        if (known == null) {
            HopTransaction hop = state.hopOf(s, s.method());
            int endToEnd = hop == null ? state.nextEndToEnd : hop.endToEnd();
            int upstream = hop == null ? 0 : Upstream.of(state, s, s.method(), endToEnd);
            boolean origin = upstream == 0;
            return List.of(
                    new RequestUnseen(seen, state.nextId, endToEnd, upstream),
                    answered(seen, state.nextId, endToEnd, origin));
        }
        Seen first = known.original(seen);
        return List.of(
                first == null
                        ? answered(seen, known.id(), known.endToEnd(), known.atOrigin())
                        : repeated(known, seen, first));
    }

    private static TransactionEvent answered(Seen seen, int id, int endToEnd, boolean atOrigin) {
        return seen.sighting().isFinal()
                ? new FinalSeen(seen, id, endToEnd, atOrigin)
                : new ProvisionalSeen(seen, id, endToEnd, atOrigin);
    }

    private static List<TransactionEvent> expired(Transactions state, TimePassed passed) {
        if (!state.areDue(passed.time())) {
            return List.of();
        }
        List<TransactionEvent> events = new ArrayList<>(4);
        for (int i = 0; i < state.size(); i++) {
            HopTransaction t = state.at(i);
            if (t.state().deadline() <= passed.time()) {
                expire(t, passed, events);
            }
        }
        return events;
    }

    private static void expire(HopTransaction t, TimePassed passed, List<TransactionEvent> events) {
        TransactionTimer timer = timer(t.state(), t.method());
        if (timer != null) {
            long due = t.state().deadline();
            events.add(
                    new TimerFired(
                            passed, t.id(), t.endToEnd(), t.atOrigin(), timer, due, t.first()));
        }
        events.add(new TransactionTerminated(passed, t.id(), t.endToEnd(), t.atOrigin()));
    }

    private static @Nullable TransactionTimer timer(TransactionState state, Method method) {
        return switch (state) {
            case TransactionState.Calling _ -> TransactionTimer.B;
            case TransactionState.Trying _ -> TransactionTimer.F;
            case TransactionState.Proceeding _ ->
                    method == Method.INVITE ? null : TransactionTimer.F;
            case TransactionState.Completed completed -> completed.timer();
            case TransactionState.Accepted _, TransactionState.Confirmed _ -> null;
        };
    }
}
