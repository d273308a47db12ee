package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogMachine;
import io.callogram.analyzer.dialog.SessionMachine;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionMachine;
import java.util.List;

/// Folds the messages of one Call-ID into legs. Pure: the same messages give the same legs, at once
/// or continued from a saved state.
public final class GroupFold {

    static final TransactionMachine TRANSACTIONS = new TransactionMachine();
    static final DialogMachine DIALOGS = new DialogMachine();
    static final SessionMachine SESSIONS = new SessionMachine();
    static final LegMachine LEGS = new LegMachine();

    private static final GroupState BEGINNING =
            new GroupState(
                    TRANSACTIONS.initial(),
                    DIALOGS.initial(),
                    SESSIONS.initial(),
                    LEGS.initial(),
                    null);

    private GroupFold() {}

    public static GroupState begin() {
        return BEGINNING;
    }

    /// @param group all messages of one Call-ID, in the order of capture
    public static List<LegFold> fold(List<Seen> group) {
        return legs(on(BEGINNING, ProtocolOrder.of(group)));
    }

    /// @param until capture time that is known to have passed, for timers that fire in silence
    public static List<LegFold> fold(List<Seen> group, long until) {
        return legs(on(BEGINNING, ProtocolOrder.of(group)), until);
    }

    /// Folds on. The messages must come after those already folded, in protocol order.
    public static GroupState on(GroupState state, List<Seen> more) {
        Steps steps = new Steps(state);
        for (int i = 0; i < more.size(); i++) {
            steps.seen(more.get(i));
        }
        return steps.state();
    }

    /// The legs as they stand.
    public static List<LegFold> legs(GroupState state) {
        return LegAssembly.of(state);
    }

    /// The legs as they stand when nothing more was seen until then.
    public static List<LegFold> legs(GroupState state, long until) {
        Steps steps = new Steps(state);
        steps.timePassed(until);
        return LegAssembly.of(steps.state());
    }
}
