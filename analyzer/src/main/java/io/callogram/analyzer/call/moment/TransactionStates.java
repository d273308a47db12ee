package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.transaction.HopTransaction;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.TransactionMachine;
import io.callogram.analyzer.transaction.Transactions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The transactions of each leg, evolved by their events with the machine's own rules.
final class TransactionStates {

    private static final TransactionMachine MACHINE = new TransactionMachine();

    private final Transactions[] legs;

    TransactionStates(int legCount) {
        legs = new Transactions[legCount];
        Arrays.fill(legs, MACHINE.initial());
    }

    /// What the event changed, or null when everything stayed in its state.
    @Nullable Standing changed(CallEvent event, TransactionEvent e) {
        int leg = event.leg() - 1;
        Transactions before = legs[leg];
        Transactions after = MACHINE.evolve(before, e);
        legs[leg] = after;
        String was = state(before, e.transaction());
        String is = state(after, e.transaction());
        if (was.equals(is) || event.transaction() == 0) {
            return null;
        }
        String state = is.isEmpty() ? "terminated" : is;
        return new Standing(Subject.TRANSACTION, event.transaction(), state, status(e), event);
    }

    private static String state(Transactions all, int id) {
        HopTransaction t = all.byId(id);
        return t == null ? "" : t.state().slug();
    }

    private static String status(TransactionEvent e) {
        return e.cause() instanceof Seen seen && seen.sighting().status() > 0
                ? String.valueOf(seen.sighting().status())
                : "";
    }
}
