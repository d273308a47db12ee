package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent;
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
    private final List<LegMessage> messages = new ArrayList<>();
    private final List<Caused> events = new ArrayList<>();
    private final DialogLayout dialogs = new DialogLayout();
    private final TransactionLayout transactions;

    private LegAssembly(GroupState state, Legs.State leg) {
        this.state = state;
        this.leg = leg;
        this.transactions = new TransactionLayout(state.transactions);
    }

    static List<LegFold> of(GroupState state) {
        Trail[] trail = new Trail[state.size()];
        for (Trail t = state.trail; t != null; t = t.before()) {
            trail[t.size() - 1] = t;
        }
        LegAssembly[] legs = new LegAssembly[state.legs.size()];
        for (int i = 0; i < legs.length; i++) {
            legs[i] = new LegAssembly(state, state.legs.at(i));
        }
        if (legs.length == 0) {
            return StrayLeg.of(trail);
        }
        for (Trail t : trail) {
            // A stray that no leg knows is shown with the first: same Call-ID.
            legs[Math.max(0, t.leg() - 1)].add(t);
        }
        List<LegFold> folded = new ArrayList<>(legs.length);
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
            int dialog = dialog(event, t.dialog());
            events.add(new Caused(event, index, transaction(event, t.transaction()), dialog));
            if (event instanceof DialogEvent e) {
                dialogs.add(e, index);
            }
        }
    }

    private static int transaction(Derived event, int own) {
        return event instanceof TransactionEvent e ? e.transaction() : own;
    }

    private static int dialog(Derived event, int own) {
        return switch (event) {
            case DialogEvent.DialogCreated e -> e.dialog();
            case DialogEvent.DialogConfirmed e -> e.dialog();
            case DialogEvent.DialogAcknowledged e -> e.dialog();
            case DialogEvent.DialogTerminated e -> e.dialog();
            case DialogEvent.ByeUnanswered e -> e.dialog();
            case DialogEvent.TagLearned e -> e.dialog();
            case SessionEvent.SessionAgreed e -> e.dialog();
            default -> own;
        };
    }

    /// Index of the message, which is that of its original for a retransmission.
    private int place(Trail t, Seen seen) {
        Derived first = t.events().getFirst();
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
        LegMessage message =
                new LegMessage(
                        seen,
                        List.of(),
                        t.transaction(),
                        t.endToEnd(),
                        t.upstream(),
                        t.dialog(),
                        -1,
                        stray);
        messages.add(Forwarding.marked(message, messages));
        transactions.add(t, messages.get(index), index);
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

        static List<LegFold> of(Trail[] trail) {
            if (trail.length == 0 || !(trail[0].observation() instanceof Seen first)) {
                return List.of();
            }
            GroupState nothing = GroupFold.begin();
            Legs.State leg = new Legs.State(1, first, first.sighting().fromTag(), 0, 0, 0, 0);
            LegAssembly assembly = new LegAssembly(nothing, leg);
            for (Trail t : trail) {
                assembly.add(t);
            }
            return List.of(assembly.folded());
        }
    }
}
