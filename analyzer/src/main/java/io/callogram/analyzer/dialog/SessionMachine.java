package io.callogram.analyzer.dialog;

import io.callogram.analyzer.dialog.SessionEvent.OfferMade;
import io.callogram.analyzer.dialog.SessionEvent.OfferRefused;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.dialog.Sessions.Offer;
import io.callogram.analyzer.event.Machine;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
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

/// Offer and answer as RFC 6337 §2 tabulates them: INVITE/2xx, INVITE/18x, 2xx/ACK, 18x/PRACK,
/// PRACK/2xx, UPDATE/2xx. Looks only at the hop next to whoever asked, because a middlebox may
/// change descriptions on the others.
public final class SessionMachine implements Machine<Sessions, Exchange, SessionEvent> {

    @Override
    public Sessions initial() {
        return Sessions.NONE;
    }

    @Override
    public List<SessionEvent> interpret(Sessions state, Exchange input) {
        return switch (input.event()) {
            case TransactionStarted e ->
                    e.upstream() == 0 ? asked(state, e, input.dialog()) : List.of();
            case ProvisionalSeen e ->
                    e.atOrigin()
                            ? answeredEarly(state, e.cause(), e.endToEnd(), input.dialog())
                            : List.of();
            case FinalSeen e -> e.atOrigin() ? answered(state, e, input.dialog()) : List.of();
            case SuccessAcknowledged e ->
                    e.upstream() == 0
                            ? agreed(state.of(e.endToEnd()), e.cause(), input.dialog(), false)
                            : List.of();
            case RequestUnseen _,
                    FailureAcknowledged _,
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
    public Sessions evolve(Sessions state, SessionEvent event) {
        return switch (event) {
            case OfferMade e -> state.offering(e.endToEnd(), e.tag(), e.cause());
            // An INVITE's offer stays open for the answers of other forks.
            case SessionAgreed e ->
                    e.cause().sighting().method() == Method.INVITE
                            ? state
                            : state.without(e.endToEnd());
            case OfferRefused e -> state.without(e.endToEnd());
        };
    }

    private static List<SessionEvent> asked(
            Sessions state, TransactionStarted e, @Nullable Dialog dialog) {
        Sighting s = e.cause().sighting();
        if (e.cause().session() == null) {
            return List.of();
        }
        return switch (s.method()) {
            case INVITE, UPDATE -> List.of(new OfferMade(e.cause(), e.endToEnd(), s.fromTag()));
            case PRACK -> acknowledgedEarly(state, e, s, dialog);
            case ACK,
                    BYE,
                    CANCEL,
                    REGISTER,
                    OPTIONS,
                    SUBSCRIBE,
                    NOTIFY,
                    PUBLISH,
                    INFO,
                    REFER,
                    MESSAGE,
                    OTHER ->
                    List.of();
        };
    }

    /// RFC 3262 §5: a PRACK answers the offer of the reliable response, or makes one.
    private static List<SessionEvent> acknowledgedEarly(
            Sessions state, TransactionStarted e, Sighting s, @Nullable Dialog dialog) {
        Offer open = state.inResponseBy(s.toTag());
        return open == null
                ? List.of(new OfferMade(e.cause(), e.endToEnd(), s.fromTag()))
                : agreed(open, e.cause(), dialog, false);
    }

    /// Within a dialog only the final response decides (RFC 6141 §3).
    private static List<SessionEvent> answeredEarly(
            Sessions state, Seen seen, int endToEnd, @Nullable Dialog dialog) {
        if (dialog == null || !dialog.isEarly() || dialog.endToEnd() != endToEnd) {
            return List.of();
        }
        return responded(state, seen, endToEnd, dialog);
    }

    private static List<SessionEvent> answered(
            Sessions state, FinalSeen e, @Nullable Dialog dialog) {
        Sighting s = e.cause().sighting();
        if (s.method() != Method.INVITE
                && s.method() != Method.UPDATE
                && s.method() != Method.PRACK) {
            return List.of();
        }
        if (!s.isSuccess()) {
            return state.of(e.endToEnd()) == null
                    ? List.of()
                    : List.of(new OfferRefused(e.cause(), e.endToEnd()));
        }
        return responded(state, e.cause(), e.endToEnd(), dialog);
    }

    /// Without an offer in the request, the response makes it, unless it only repeats one.
    private static List<SessionEvent> responded(
            Sessions state, Seen seen, int endToEnd, @Nullable Dialog dialog) {
        if (seen.session() == null) {
            return List.of();
        }
        Offer open = state.of(endToEnd);
        long tag = seen.sighting().toTag();
        if (open == null || !open.seen().sighting().isRequest()) {
            return List.of(new OfferMade(seen, endToEnd, tag));
        }
        return agreed(open, seen, dialog, true);
    }

    /// @param response whether the answer is a response, whose sender is the side of the To tag
    private static List<SessionEvent> agreed(
            @Nullable Offer open, Seen answer, @Nullable Dialog dialog, boolean response) {
        if (open == null || dialog == null || open.seen().sighting().isRequest() != response) {
            return List.of();
        }
        SessionDescription offered = open.seen().session();
        SessionDescription answered = answer.session();
        if (offered == null || answered == null) {
            return List.of();
        }
        boolean byCaller = open.tag() == dialog.callerTag();
        return List.of(
                new SessionAgreed(
                        answer,
                        dialog.id(),
                        open.endToEnd(),
                        byCaller ? offered : answered,
                        byCaller ? answered : offered));
    }
}
