package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.Dialog;
import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.Dialogs;
import io.callogram.analyzer.dialog.Exchange;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.dialog.Sessions;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.HopTransaction;
import io.callogram.analyzer.transaction.Observation;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TimePassed;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.TransactionEvent.FinalSeen;
import io.callogram.analyzer.transaction.Transactions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Observations on their way through the chain of machines, one after the other: the events of one
/// tier are what the next observes. The states are values; which ones hold now is kept here.
final class Steps {

    private Transactions transactions;
    private Dialogs dialogs;
    private Sessions sessions;
    private Legs legs;
    private @Nullable Trail trail;

    /// What the observation at hand has implied so far.
    private Derived[] events = new Derived[4];

    private int size;

    Steps(GroupState before) {
        transactions = before.transactions;
        dialogs = before.dialogs;
        sessions = before.sessions;
        legs = before.legs;
        trail = before.trail;
    }

    GroupState state() {
        return new GroupState(transactions, dialogs, sessions, legs, trail);
    }

    void seen(Seen seen) {
        timePassed(seen.time());
        List<TransactionEvent> implied = GroupFold.TRANSACTIONS.interpret(transactions, seen);
        for (int i = 0; i < implied.size(); i++) {
            through(implied.get(i), seen);
        }
        HopTransaction hop = transactions.byId(implied.getFirst().transaction());
        Dialog dialog = dialogs.of(seen.sighting());
        note(seen, hop, dialog == null ? 0 : dialog.id());
    }

    /// Each timer is noted by itself, because each may belong to another leg.
    void timePassed(long time) {
        if (!transactions.areDue(time)) {
            return;
        }
        TimePassed passed = new TimePassed(time);
        List<TransactionEvent> implied = GroupFold.TRANSACTIONS.interpret(transactions, passed);
        for (int i = 0; i < implied.size(); i++) {
            TransactionEvent event = implied.get(i);
            HopTransaction hop = transactions.byId(event.transaction());
            through(event, null);
            note(passed, hop, 0);
        }
    }

    private void through(TransactionEvent event, @Nullable Seen seen) {
        add(event);
        transactions = GroupFold.TRANSACTIONS.evolve(transactions, event);
        List<LegEvent> joined = GroupFold.LEGS.interpret(legs, event);
        for (int i = 0; i < joined.size(); i++) {
            legs = GroupFold.LEGS.evolve(legs, joined.get(i));
            add(joined.get(i));
        }
        // Negotiation is judged by the dialog before this message (was it early?), or by the one
        // that the message made.
        Seen negotiating = seen != null && negotiates(event, seen) ? seen : null;
        Dialog before = negotiating == null ? null : dialogs.of(negotiating.sighting());
        List<DialogEvent> implied = GroupFold.DIALOGS.interpret(dialogs, event);
        for (int i = 0; i < implied.size(); i++) {
            dialogs = GroupFold.DIALOGS.evolve(dialogs, implied.get(i));
            add(implied.get(i));
        }
        if (negotiating != null) {
            negotiated(event, before == null ? dialogs.of(negotiating.sighting()) : before);
        }
    }

    /// Nothing else is negotiation but a description, and the refusal of one.
    private boolean negotiates(TransactionEvent event, Seen seen) {
        return seen.session() != null || (event instanceof FinalSeen && sessions.open() != null);
    }

    private void negotiated(TransactionEvent event, @Nullable Dialog dialog) {
        List<SessionEvent> implied =
                GroupFold.SESSIONS.interpret(sessions, new Exchange(event, dialog));
        for (int i = 0; i < implied.size(); i++) {
            sessions = GroupFold.SESSIONS.evolve(sessions, implied.get(i));
            add(implied.get(i));
        }
    }

    private void add(Derived event) {
        events = size == events.length ? Arrays.copyOf(events, size * 2) : events;
        events[size++] = event;
    }

    private void note(Observation cause, @Nullable HopTransaction hop, int dialog) {
        int endToEnd = hop == null ? 0 : hop.endToEnd();
        int leg = endToEnd == 0 ? strayLeg(cause) : legs.of(endToEnd);
        trail =
                new Trail(
                        cause,
                        leg,
                        hop == null ? 0 : hop.id(),
                        endToEnd,
                        hop == null ? 0 : hop.upstream(),
                        dialog,
                        Arrays.copyOf(events, size),
                        trail,
                        trail == null ? 1 : trail.size() + 1);
        size = 0;
    }

    /// A stray message goes with the leg whose tags it has, so that it is shown where it came.
    private int strayLeg(Observation cause) {
        if (cause instanceof Seen seen) {
            for (int i = legs.size() - 1; i >= 0; i--) {
                if (legs.at(i).isKnownBy(seen.sighting())) {
                    return legs.at(i).id();
                }
            }
        }
        return 0;
    }
}
