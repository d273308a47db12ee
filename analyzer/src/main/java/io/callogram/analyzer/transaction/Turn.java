package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.HopTransaction.Heard;
import io.callogram.analyzer.transaction.TransactionEvent.RequestUnseen;
import io.callogram.analyzer.transaction.TransactionEvent.SuccessAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionStarted;
import io.callogram.analyzer.transaction.TransactionState.Accepted;
import io.callogram.analyzer.transaction.TransactionState.Calling;
import io.callogram.analyzer.transaction.TransactionState.Completed;
import io.callogram.analyzer.transaction.TransactionState.Confirmed;
import io.callogram.analyzer.transaction.TransactionState.Proceeding;
import io.callogram.analyzer.transaction.TransactionState.Trying;

/// Which state a message takes a hop transaction to: one method for each state of RFC 3261 §17.
final class Turn {

    private Turn() {}

    static HopTransaction started(TransactionStarted e) {
        Method method = e.cause().sighting().method();
        long deadline = e.cause().time() + TransactionTimer.DURATION;
        TransactionState state =
                method == Method.INVITE ? new Calling(deadline) : new Trying(deadline);
        return begun(e.transaction(), e.endToEnd(), e.upstream(), method, e.cause(), state);
    }

    /// The request was sent at an unknown time, so no timer may be said to have fired for it.
    static HopTransaction unseen(RequestUnseen e) {
        Method method = e.cause().sighting().method();
        return begun(
                e.transaction(),
                e.endToEnd(),
                e.upstream(),
                method,
                e.cause(),
                new Proceeding(Long.MAX_VALUE));
    }

    static HopTransaction acknowledging(SuccessAcknowledged e) {
        TransactionState state = new Confirmed(e.cause().time() + TransactionTimer.DURATION);
        return begun(e.transaction(), e.endToEnd(), e.upstream(), Method.ACK, e.cause(), state);
    }

    private static HopTransaction begun(
            int id, int endToEnd, int upstream, Method method, Seen first, TransactionState state) {
        return new HopTransaction(
                id, endToEnd, upstream, method, first, new Heard(first, null), state);
    }

    static Transactions heard(Transactions all, int id, Seen seen) {
        HopTransaction t = all.byId(id);
        if (t == null) {
            return all;
        }
        return all.replacing(t.hearing(seen, next(t, seen.sighting())));
    }

    private static TransactionState next(HopTransaction t, Sighting s) {
        return switch (t.state()) {
            case Calling _ -> whileCalling(s);
            case Trying trying -> whileTrying(trying.deadline(), s);
            case Proceeding proceeding -> whileProceeding(t.method(), proceeding, s);
            case Completed completed -> whileCompleted(completed, s);
            case Accepted accepted -> accepted;
            case Confirmed confirmed -> confirmed;
        };
    }

    private static TransactionState whileCalling(Sighting s) {
        return s.isProvisional() ? new Proceeding(Long.MAX_VALUE) : inviteEnded(s);
    }

    private static TransactionState whileTrying(long deadline, Sighting s) {
        return s.isProvisional() ? new Proceeding(deadline) : new Completed(over(s), null);
    }

    private static TransactionState whileProceeding(
            Method method, Proceeding proceeding, Sighting s) {
        if (s.isProvisional()) {
            return proceeding;
        }
        return method == Method.INVITE ? inviteEnded(s) : new Completed(over(s), null);
    }

    /// RFC 3261 §17.2.1: the ACK confirms a failure. A 2xx after a failure cannot be, but is
    /// believed: the call did go on.
    private static TransactionState whileCompleted(Completed completed, Sighting s) {
        if (s.isRequest()) {
            return new Confirmed(over(s));
        }
        return s.isSuccess() && completed.timer() != null ? new Accepted(over(s)) : completed;
    }

    private static TransactionState inviteEnded(Sighting s) {
        if (s.isRequest()) {
            return new Confirmed(over(s));
        }
        return s.isSuccess() ? new Accepted(over(s)) : new Completed(over(s), TransactionTimer.H);
    }

    private static long over(Sighting s) {
        return s.time() + TransactionTimer.DURATION;
    }
}
