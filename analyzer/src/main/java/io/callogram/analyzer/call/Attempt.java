package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent.InviteCancelled;
import io.callogram.analyzer.transaction.TransactionEvent.TimerFired;
import io.callogram.analyzer.transaction.TransactionTimer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a leg's initial request, as its sender saw it: the last of its re-submissions
/// counts. Times are nanoseconds, -1 for what was not seen; numbers are the call's.
final class Attempt {

    /// A client gives up after seven sendings (RFC 3261 §17.1.1.2).
    private static final int SENDINGS = 7;

    private final LegFold leg;
    private final int number;
    private final Numbering numbers;
    private final Method method;
    private int request = -1;
    private long invited = -1;
    private long progress = -1;
    private long alerting = -1;
    private @Nullable Seen answer;
    private int answerAt = -1;
    private int answerOf;
    private boolean downstream = true;
    private int branches;
    private boolean provisional;
    private int alertingAt = -1;
    private boolean confirmed;
    private boolean acknowledged;
    private boolean failureAcknowledged;
    private @Nullable Seen cancel;
    private int cancelAt = -1;
    private @Nullable Seen hangUp;
    private int hangUpAt = -1;
    private boolean timedOut;
    private int current;

    private Attempt(LegFold leg, int number, Numbering numbers) {
        this.leg = leg;
        this.number = number;
        this.numbers = numbers;
        this.method = leg.summary().method();
    }

    static Attempt of(LegFold leg, int number, Numbering numbers) {
        Attempt attempt = new Attempt(leg, number, numbers);
        attempt.current = attempt.last();
        List<LegMessage> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            attempt.observe(messages.get(i), i);
        }
        List<Caused> events = leg.events();
        for (int i = 0; i < events.size(); i++) {
            attempt.observe(events.get(i));
        }
        List<LegDialog> dialogs = leg.dialogs();
        for (int i = 0; i < dialogs.size(); i++) {
            attempt.acknowledged |= dialogs.get(i).acknowledged() >= 0;
            attempt.hungUp(dialogs.get(i));
        }
        return attempt;
    }

    /// End-to-end number of the last sending of the initial request, 0 when nothing of it was
    /// captured. A response that opens the leg is taken for one to it.
    private int last() {
        int last = 0;
        List<Caused> events = leg.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof LegEvent.LegOpened e) {
                last = e.startUnseen() && e.cause().sighting().isRequest() ? 0 : e.endToEnd();
            } else if (events.get(i).event() instanceof LegEvent.LegContinued e) {
                last = e.endToEnd();
            }
        }
        return last;
    }

    private void observe(LegMessage m, int index) {
        Sighting s = m.seen().sighting();
        if (s.isRequest()) {
            boolean initial = s.method() == method && s.toTag() == 0;
            invited = initial && invited < 0 ? s.time() : invited;
            if (m.endToEnd() == current && initial) {
                request = request < 0 ? index : request;
                branches += m.atOrigin() ? 1 : 0;
                // A server that is never heard again is as silent as one that was never there.
                timedOut |= m.atOrigin() && m.repeats().size() >= SENDINGS - 1;
            }
            failureAcknowledged |=
                    s.method() == Method.ACK
                            && m.transaction() != 0
                            && m.endToEnd() == current
                            && isOfInvite(m);
            return;
        }
        if (m.endToEnd() != current || s.method() != method || current == 0) {
            return;
        }
        provisional |= s.isProvisional();
        if (s.isFinal()) {
            answered(m, index, s);
        } else if (s.status() > 100 && (answer == null || downstream)) {
            alerted(m, index, s);
        }
    }

    private boolean isOfInvite(LegMessage ack) {
        for (LegTransaction t : leg.transactions()) {
            if (t.id() == ack.transaction()) {
                return t.method() == Method.INVITE;
            }
        }
        return false;
    }

    private void alerted(LegMessage m, int index, Sighting s) {
        if (!m.atOrigin()) {
            return;
        }
        if (s.status() == 180 && alerting < 0) {
            alerting = s.time();
            alertingAt = index;
            // The first 180 is what a caller waits for; a 183 stands in for it where none comes.
            progress = s.time();
        } else if (s.status() != 181 && s.status() != 199 && progress < 0) {
            progress = s.time();
        }
    }

    /// What arrived at the origin counts more than what went by further on.
    private void answered(LegMessage m, int index, Sighting s) {
        if (answer != null && m.transaction() == answerOf && !s.isSuccess()) {
            return; // a transaction has one final response, the first (RFC 3261 §17.2.1)
        }
        if (answer != null) {
            boolean nearer = downstream && m.atOrigin();
            boolean asNear = downstream != m.atOrigin();
            if (!nearer && !(asNear && isBetter(s, answer.sighting()))) {
                return;
            }
        }
        answer = m.seen();
        answerAt = index;
        answerOf = m.transaction();
        downstream = !m.atOrigin();
    }

    /// RFC 3261 §16.7 step 6: what a proxy would pass on of several.
    private static boolean isBetter(Sighting later, Sighting earlier) {
        int a = later.status();
        int b = earlier.status();
        if (b < 300 || a < 300) {
            return b >= 300;
        }
        if (a >= 600 || b >= 600) {
            return a >= 600 && b < 600;
        }
        return a / 100 < b / 100;
    }

    private void observe(Caused caused) {
        switch (caused.event()) {
            case InviteCancelled e when e.atOrigin() && e.inviteEndToEnd() == current -> {
                cancel = cancel == null ? e.cause() : cancel;
                cancelAt = cancelAt < 0 ? caused.message() : cancelAt;
            }
            case TimerFired e -> timedOut |= isSilence(e);
            case DialogConfirmed _ -> confirmed = true;
            case DialogTerminated e when isEarlyBye(e) -> {
                cancel = cancel == null && e.cause() instanceof Seen seen ? seen : cancel;
                cancelAt = cancelAt < 0 ? caused.message() : cancelAt;
            }
            default -> {}
        }
    }

    private boolean isSilence(TimerFired e) {
        return e.endToEnd() == current && e.atOrigin() && e.timer() != TransactionTimer.H;
    }

    /// A BYE before the answer gives up as a CANCEL does (RFC 3261 §15).
    private boolean isEarlyBye(DialogTerminated e) {
        return e.why() == TerminationCause.BYE
                && e.byCaller()
                && !confirmed
                && method == Method.INVITE;
    }

    /// The called side's BYE in the early dialog of the final response, in whose stead a final
    /// response alone was due (RFC 3261 §15).
    private void hungUp(LegDialog d) {
        boolean early =
                d.why() == TerminationCause.BYE
                        && !d.byCaller()
                        && d.confirmed() < 0
                        && d.ended() >= 0;
        if (early
                && answer != null
                && method == Method.INVITE
                && d.dialog().calleeTag() == answer.sighting().toTag()) {
            hangUp = leg.messages().get(d.ended()).seen();
            hangUpAt = d.ended();
        }
    }

    Method method() {
        return method;
    }

    boolean isUnseen() {
        return current == 0;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    boolean isFailureAcknowledged() {
        return failureAcknowledged;
    }

    boolean isSilent() {
        return timedOut && !provisional;
    }

    boolean isTimedOut() {
        return timedOut;
    }

    /// The answer is not the one that the request's sender got, or there were several of equal
    /// right.
    boolean isGuessed() {
        return downstream || branches != 1;
    }

    @Nullable Seen answer() {
        return answer;
    }

    int status() {
        return answer == null ? 0 : answer.sighting().status();
    }

    @Nullable Seen cancel() {
        return cancel;
    }

    /// The BYE of the called side before the answer.
    @Nullable Seen hangUp() {
        return hangUp;
    }

    long invited() {
        return invited;
    }

    long progress() {
        return progress;
    }

    long alerting() {
        return alerting;
    }

    /// When waiting ended: the final response, or the CANCEL or BYE of whoever waited no longer.
    long decidedAt() {
        Seen given = cancel == null ? hangUp : cancel;
        if (given != null && (answer == null || status() == 487)) {
            return given.time();
        }
        return answer == null ? -1 : answer.time();
    }

    /// Messages that prove the outcome: request, alerting, CANCEL or BYE, final response.
    List<Integer> evidence() {
        List<Integer> evidence = new ArrayList<>(4);
        add(request, evidence);
        add(alertingAt, evidence);
        add(cancelAt < 0 && status() == 487 ? hangUpAt : cancelAt, evidence);
        add(answerAt, evidence);
        return evidence;
    }

    private void add(int index, List<Integer> evidence) {
        if (index >= 0) {
            evidence.add(numbers.message(number, index));
        }
    }

    LegSummary summary() {
        return leg.summary();
    }
}
