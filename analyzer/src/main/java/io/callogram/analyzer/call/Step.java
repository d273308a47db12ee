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
import io.callogram.analyzer.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One observation on its way through the chain of machines: the events of one tier are what the
/// next observes.
final class Step {

    private Transactions transactions;
    private Dialogs dialogs;
    private Sessions sessions;
    private Legs legs;
    private @Nullable Trail trail;
    private final GroupState before;

    Step(GroupState before) {
        this.before = before;
        transactions = before.transactions;
        dialogs = before.dialogs;
        sessions = before.sessions;
        legs = before.legs;
        trail = before.trail;
    }

    GroupState seen(Seen seen) {
        List<TransactionEvent> implied = GroupFold.TRANSACTIONS.interpret(transactions, seen);
        List<Derived> events = new ArrayList<>(3);
        for (int i = 0; i < implied.size(); i++) {
            through(implied.get(i), seen, events);
        }
        TransactionEvent first = implied.getFirst();
        HopTransaction hop = transactions.byId(first.transaction());
        Dialog dialog = dialogs.of(seen.sighting());
        int endToEnd = hop == null ? 0 : hop.endToEnd();
        note(seen, hop, endToEnd, dialog == null ? 0 : dialog.id(), events);
        return after();
    }

    /// Each timer is noted by itself, because each may belong to another leg.
    GroupState timePassed(TimePassed passed) {
        List<TransactionEvent> implied = GroupFold.TRANSACTIONS.interpret(transactions, passed);
        if (implied.isEmpty()) {
            return before;
        }
        for (int i = 0; i < implied.size(); i++) {
            TransactionEvent event = implied.get(i);
            HopTransaction hop = transactions.byId(event.transaction());
            List<Derived> events = new ArrayList<>(2);
            through(event, null, events);
            note(passed, hop, hop == null ? 0 : hop.endToEnd(), 0, events);
        }
        return after();
    }

    private void through(TransactionEvent event, @Nullable Seen seen, List<Derived> events) {
        events.add(event);
        transactions = GroupFold.TRANSACTIONS.evolve(transactions, event);
        for (LegEvent implied : GroupFold.LEGS.interpret(legs, event)) {
            legs = GroupFold.LEGS.evolve(legs, implied);
            events.add(implied);
        }
        // Negotiation is judged by the dialog before this message (was it early?), or by the one
        // that
        // the message made.
        Dialog dialog = seen == null ? null : dialogs.of(seen.sighting());
        for (DialogEvent implied : GroupFold.DIALOGS.interpret(dialogs, event)) {
            dialogs = GroupFold.DIALOGS.evolve(dialogs, implied);
            events.add(implied);
        }
        dialog = dialog == null && seen != null ? dialogs.of(seen.sighting()) : dialog;
        for (SessionEvent implied :
                GroupFold.SESSIONS.interpret(sessions, new Exchange(event, dialog))) {
            sessions = GroupFold.SESSIONS.evolve(sessions, implied);
            events.add(implied);
        }
    }

    private void note(
            Observation cause,
            @Nullable HopTransaction hop,
            int endToEnd,
            int dialog,
            List<Derived> events) {
        int leg = endToEnd == 0 ? strayLeg(cause) : legs.of(endToEnd);
        trail =
                new Trail(
                        cause,
                        leg,
                        hop == null ? 0 : hop.id(),
                        endToEnd,
                        hop == null ? 0 : hop.upstream(),
                        dialog,
                        events,
                        trail,
                        trail == null ? 1 : trail.size() + 1);
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

    private GroupState after() {
        return new GroupState(transactions, dialogs, sessions, legs, trail);
    }
}
