package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.Dialogs;
import io.callogram.analyzer.dialog.Sessions;
import io.callogram.analyzer.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/// Everything known after some messages of one Call-ID. Immutable, so that a live group is folded
/// on from here while a view still holds it.
public final class GroupState {

    final Transactions transactions;
    final Dialogs dialogs;
    final Sessions sessions;
    final Legs legs;
    final @Nullable Trail trail;

    GroupState(
            Transactions transactions,
            Dialogs dialogs,
            Sessions sessions,
            Legs legs,
            @Nullable Trail trail) {
        this.transactions = transactions;
        this.dialogs = dialogs;
        this.sessions = sessions;
        this.legs = legs;
        this.trail = trail;
    }

    /// How many observations implied something.
    public int size() {
        return trail == null ? 0 : trail.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupState that
                && transactions.equals(that.transactions)
                && dialogs.equals(that.dialogs)
                && sessions.equals(that.sessions)
                && legs.equals(that.legs)
                && size() == that.size();
    }

    @Override
    public int hashCode() {
        return transactions.hashCode();
    }
}
