package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.TransactionEvent.CopyDropped;
import io.callogram.analyzer.transaction.TransactionEvent.MessageRepeated;
import io.callogram.analyzer.transaction.TransactionEvent.MessageStray;
import java.util.ArrayList;
import java.util.List;

/// Lays the trail of a group out as legs.
final class LegAssembly {

    private final GroupState state;
    private final Legs.State leg;
    private final List<LegMessage> messages;
    private final List<Caused> events;
    private final DialogLayout dialogs = new DialogLayout();
    private final TransactionLayout transactions;

    private LegAssembly(GroupState state, Legs.State leg, int messages, int events) {
        this.state = state;
        this.leg = leg;
        this.messages = new ArrayList<>(messages);
        this.events = new ArrayList<>(events);
        this.transactions = new TransactionLayout(state.transactions);
    }

    static List<LegFold> of(GroupState state) {
        Trail[] trail = new Trail[state.size()];
        int events = 0;
        for (Trail t = state.trail; t != null; t = t.before()) {
            trail[t.size() - 1] = t;
            events += t.events().length;
        }
        int size = state.legs.size();
        if (size == 0) {
            return StrayLeg.of(trail, events);
        }
        LegAssembly[] legs = new LegAssembly[size];
        for (int i = 0; i < size; i++) {
            legs[i] = new LegAssembly(state, state.legs.at(i), trail.length / size, events / size);
        }
        for (Trail t : trail) {
            // A stray that no leg knows is shown with the first: same Call-ID.
            legs[Math.max(0, t.leg() - 1)].add(t);
        }
        List<LegFold> folded = new ArrayList<>(size);
        for (LegAssembly assembly : legs) {
            folded.add(assembly.folded());
        }
        return folded;
    }

    private LegFold folded() {
        List<LegDialog> made = dialogs.laidOut(state.dialogs);
        LegSummary summary = Summing.of(leg, messages, events, made);
        return new LegFold(summary, messages, transactions.laidOut(), made, events);
    }

    private void add(Trail t) {
        int index = t.observation() instanceof Seen seen ? place(t, seen) : -1;
        for (Derived event : t.events()) {
            events.add(caused(event, t, index));
            if (event instanceof DialogEvent e) {
                dialogs.add(e, index);
            }
        }
    }

    private static Caused caused(Derived event, Trail t, int message) {
        int transaction = t.transaction();
        int dialog = 0;
        if (event instanceof TransactionEvent e) {
            transaction = e.transaction();
        } else if (event instanceof DialogEvent e) {
            dialog = DialogLayout.dialog(e);
        } else if (event instanceof SessionAgreed e) {
            dialog = e.dialog();
        }
        return new Caused(event, message, transaction, dialog == 0 ? t.dialog() : dialog);
    }

    /// Index of the message, which is that of its original for a retransmission.
    private int place(Trail t, Seen seen) {
        Derived first = t.events()[0];
        if (first instanceof MessageRepeated repeated) {
            int original = indexOf(repeated.first());
            if (original >= 0) {
                repeat(original, seen);
                return original;
            }
        }
        if (first instanceof CopyDropped copy) {
            return Math.max(0, indexOf(copy.first()));
        }
        String stray = first instanceof MessageStray s ? s.slug() : "";
        int index = messages.size();
        messages.add(
                new LegMessage(
                        seen,
                        List.of(),
                        t.transaction(),
                        t.endToEnd(),
                        t.upstream(),
                        t.dialog(),
                        Forwarding.of(t, seen.sighting(), messages),
                        stray));
        transactions.add(t, seen.sighting(), index);
        return index;
    }

    private int indexOf(Seen seen) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).seen().equals(seen)) {
                return i;
            }
        }
        return -1;
    }

    private void repeat(int index, Seen seen) {
        LegMessage m = messages.get(index);
        if (!m.repeats().isEmpty()) {
            m.repeats().add(seen);
        } else {
            List<Seen> repeats = new ArrayList<>(2);
            repeats.add(seen);
            messages.set(
                    index,
                    new LegMessage(
                            m.seen(),
                            repeats,
                            m.transaction(),
                            m.endToEnd(),
                            m.upstream(),
                            m.dialog(),
                            m.forwardOf(),
                            m.stray()));
        }
    }

    /// Messages of a Call-ID of which nothing but strays was captured.
    private static final class StrayLeg {

        static List<LegFold> of(Trail[] trail, int events) {
            if (trail.length == 0 || !(trail[0].observation() instanceof Seen first)) {
                return List.of();
            }
            GroupState nothing = GroupFold.begin();
            Legs.State leg = new Legs.State(1, first, first.sighting().fromTag(), 0, 0, 0, 0);
            LegAssembly assembly = new LegAssembly(nothing, leg, trail.length, events);
            for (Trail t : trail) {
                assembly.add(t);
            }
            return List.of(assembly.folded());
        }
    }
}
