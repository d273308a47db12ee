package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.Dialogs;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.dialog.Sessions;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The state that the events alone give.
final class Evolving {

    private Evolving() {}

    static void assertGives(GroupState seen) {
        Transactions transactions = GroupFold.TRANSACTIONS.initial();
        Dialogs dialogs = GroupFold.DIALOGS.initial();
        Sessions sessions = GroupFold.SESSIONS.initial();
        Legs legs = GroupFold.LEGS.initial();
        for (Derived event : events(seen)) {
            switch (event) {
                case TransactionEvent e ->
                        transactions = GroupFold.TRANSACTIONS.evolve(transactions, e);
                case DialogEvent e -> dialogs = GroupFold.DIALOGS.evolve(dialogs, e);
                case SessionEvent e -> sessions = GroupFold.SESSIONS.evolve(sessions, e);
                case LegEvent e -> legs = GroupFold.LEGS.evolve(legs, e);
                default -> throw new AssertionError(event);
            }
        }
        assertThat(transactions).isEqualTo(seen.transactions);
        assertThat(dialogs).isEqualTo(seen.dialogs);
        assertThat(sessions).isEqualTo(seen.sessions);
        assertThat(legs).isEqualTo(seen.legs);
    }

    private static List<Derived> events(GroupState state) {
        List<Trail> trail = new ArrayList<>();
        for (Trail t = state.trail; t != null; t = t.before()) {
            trail.add(t);
        }
        List<Derived> events = new ArrayList<>();
        trail.reversed().forEach(t -> Collections.addAll(events, t.events()));
        return events;
    }
}
