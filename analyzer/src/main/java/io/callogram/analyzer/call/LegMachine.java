package io.callogram.analyzer.call;

import io.callogram.analyzer.call.LegEvent.LegConcluded;
import io.callogram.analyzer.call.LegEvent.LegContinued;
import io.callogram.analyzer.call.LegEvent.LegJoined;
import io.callogram.analyzer.call.LegEvent.LegOpened;
import io.callogram.analyzer.event.Machine;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Legs of one Call-ID: one initial request with its re-submissions, and everything in the dialogs
/// that it made. One Call-ID may hold several (a B2BUA that keeps it, a tester that uses it again,
/// a phone that registers several accounts with it).
final class LegMachine implements Machine<Legs, TransactionEvent, LegEvent> {

    /// How long a caller may take to answer a challenge or follow a redirection.
    private static final long RESUBMISSION = 32_000_000_000L;

    @Override
    public Legs initial() {
        return Legs.NONE;
    }

    @Override
    public List<LegEvent> interpret(Legs state, TransactionEvent input) {
        return switch (input) {
            case TransactionStarted e -> begun(state, e.cause(), e.endToEnd());
            case RequestUnseen e -> begun(state, e.cause(), e.endToEnd());
            case FinalSeen e -> e.atOrigin() ? concluded(state, e) : List.of();
            case ProvisionalSeen _,
                    FailureAcknowledged _,
                    SuccessAcknowledged _,
                    InviteCancelled _,
                    MessageRepeated _,
                    CopyDropped _,
                    TimerFired _,
                    TransactionTerminated _,
                    MessageStray _ ->
                    List.of();
        };
    }

    @Override
    public Legs evolve(Legs state, LegEvent event) {
        return switch (event) {
            case LegOpened e -> state.opening(e);
            case LegContinued e -> state.continuing(e);
            case LegJoined e -> state.joining(e);
            case LegConcluded e -> state.concluding(e);
        };
    }

    private static List<LegEvent> begun(Legs state, Seen seen, int endToEnd) {
        if (state.of(endToEnd) != 0) {
            return List.of();
        }
        Sighting s = seen.sighting();
        boolean within = s.isRequest() ? s.toTag() != 0 : s.method() != Method.REGISTER;
        if (within || s.method() == Method.CANCEL) {
            Legs.State known = knownBy(state, s);
            return List.of(
                    known == null
                            ? new LegOpened(seen, state.size() + 1, endToEnd, true)
                            : new LegJoined(seen, known.id(), endToEnd));
        }
        Legs.State earlier =
                switch (s.method()) {
                    case INVITE -> resubmitted(state, s, seen.time());
                    case SUBSCRIBE, REFER -> sameRequester(state, s);
                    case REGISTER -> sameBinding(state, s);
                    case ACK,
                            BYE,
                            CANCEL,
                            OPTIONS,
                            PRACK,
                            NOTIFY,
                            PUBLISH,
                            INFO,
                            MESSAGE,
                            UPDATE,
                            OTHER ->
                            sameParties(state, s);
                };
        return List.of(
                earlier == null
                        ? new LegOpened(seen, state.size() + 1, endToEnd, false)
                        : new LegContinued(seen, earlier.id(), endToEnd));
    }

    private static Legs.@Nullable State knownBy(Legs state, Sighting s) {
        for (int i = state.size() - 1; i >= 0; i--) {
            Legs.State leg = state.at(i);
            if (leg.method() != Method.REGISTER && leg.isKnownBy(s)) {
                return leg;
            }
        }
        return null;
    }

    /// RFC 3261 §8.1.3.5: same Call-ID, From and To after a refusal that can be mended. A changed
    /// From tag is tolerated when a challenge or redirection explains it.
    private static Legs.@Nullable State resubmitted(Legs state, Sighting s, long now) {
        for (int i = state.size() - 1; i >= 0; i--) {
            Legs.State leg = state.at(i);
            if (leg.method() != Method.INVITE) {
                continue;
            }
            if (leg.tag() == s.fromTag()) {
                return Retry.isPossible(leg.status()) ? leg : null;
            }
            if (Retry.isAsked(leg.status())
                    && now - leg.concluded() <= RESUBMISSION
                    && sameUser(leg.first().sighting().from(), s.from())
                    && leg.first()
                            .sighting()
                            .where()
                            .from()
                            .address()
                            .equals(s.where().from().address())) {
                return leg;
            }
        }
        return null;
    }

    private static Legs.@Nullable State sameRequester(Legs state, Sighting s) {
        for (int i = state.size() - 1; i >= 0; i--) {
            Legs.State leg = state.at(i);
            if (leg.method() == s.method() && leg.tag() == s.fromTag()) {
                return leg;
            }
        }
        return null;
    }

    /// One Call-ID may register several accounts: the binding is AoR and Contact.
    private static Legs.@Nullable State sameBinding(Legs state, Sighting s) {
        for (int i = state.size() - 1; i >= 0; i--) {
            Legs.State leg = state.at(i);
            Sighting first = leg.first().sighting();
            if (leg.method() == Method.REGISTER
                    && sameUser(first.to(), s.to())
                    && sameContact(first.contact(), s.contact())) {
                return leg;
            }
        }
        return null;
    }

    /// `Contact: *` and a query without Contact are about whatever is bound.
    private static boolean sameContact(@Nullable Address a, @Nullable Address b) {
        return a == null
                || b == null
                || a.scheme().isEmpty()
                || b.scheme().isEmpty()
                || (a.port() == b.port() && a.host().equals(b.host()) && a.user().equals(b.user()));
    }

    private static Legs.@Nullable State sameParties(Legs state, Sighting s) {
        for (int i = state.size() - 1; i >= 0; i--) {
            Legs.State leg = state.at(i);
            Sighting first = leg.first().sighting();
            if (leg.method() == s.method()
                    && sameUser(first.from(), s.from())
                    && sameUser(first.to(), s.to())) {
                return leg;
            }
        }
        return null;
    }

    private static boolean sameUser(Address a, Address b) {
        return a.user().equals(b.user()) && a.host().equals(b.host());
    }

    private static List<LegEvent> concluded(Legs state, FinalSeen e) {
        int leg = state.of(e.endToEnd());
        return leg != 0 && state.at(leg - 1).initial() == e.endToEnd()
                ? List.of(new LegConcluded(e.cause(), leg, e.endToEnd()))
                : List.of();
    }
}
