package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.transaction.TransactionTimer;
import org.jspecify.annotations.Nullable;

/// CANCELs (RFC 3261 §9).
final class Cancelling {

    private Cancelling() {}

    static void inspect(Inspection in) {
        if (!in.scene.has(Method.CANCEL)) {
            return;
        }
        for (Request r : in.scene.requests()) {
            for (Hop hop : r.hops()) {
                if (r.method() == Method.INVITE && hop.cancel() != null) {
                    cancelled(in, r, hop, hop.cancel());
                } else if (r.method() == Method.CANCEL) {
                    unmatched(in, hop);
                }
            }
        }
    }

    private static void cancelled(Inspection in, Request r, Hop hop, CallMessage cancel) {
        CallMessage answer = hop.answer();
        boolean answered = answer != null && answer.number() < cancel.number();
        if (hop.isOrigin() && hop.isAccepted()) {
            in.noteOnce(HintKind.LATE_CANCEL, in.at(cancel, r.answer()), in.sender(cancel));
            return;
        }
        boolean early =
                !answered
                        && hop.request() != null
                        && (hop.provisionals().isEmpty()
                                || hop.provisionals().getFirst().number() > cancel.number());
        if (early) {
            in.noteOnce(
                    HintKind.CANCEL_BEFORE_PROVISIONAL,
                    in.at(hop.request(), cancel),
                    in.sender(cancel));
        }
        if (answer == null
                && hop.failureAck() == null
                && in.isWatched(cancel, TransactionTimer.DURATION)) {
            in.noteOnce(HintKind.CANCEL_UNFINISHED, in.at(cancel), in.receiver(cancel));
        }
    }

    /// A CANCEL beside the INVITE that it must mean: another branch, or another CSeq number.
    private static void unmatched(Inspection in, Hop cancel) {
        CallMessage sent = cancel.request();
        Hop invite = sent == null ? null : meant(in, sent);
        if (sent == null || invite == null) {
            return;
        }
        boolean unknown = !isCancelledBy(invite, sent);
        boolean refused = cancel.status() == 481 && !invite.provisionals().isEmpty();
        if (unknown || refused) {
            in.noteOnce(
                    HintKind.CANCEL_UNMATCHED,
                    in.at(invite.request(), sent, cancel.answer()),
                    in.sender(sent));
        }
    }

    /// The INVITE between the same two nodes that was open when the CANCEL came.
    private static @Nullable Hop meant(Inspection in, CallMessage cancel) {
        Hop open = null;
        for (Request r : in.scene.requests()) {
            if (r.method() != Method.INVITE || r.leg() != cancel.leg()) {
                continue;
            }
            for (Hop hop : r.hops()) {
                if (isCancelledBy(hop, cancel)) {
                    return hop.isAccepted() ? null : hop;
                }
                CallMessage answer = hop.answer();
                boolean pending = answer == null || answer.number() > cancel.number();
                boolean here =
                        hop.clientNode() == cancel.fromNode()
                                && hop.serverNode() == cancel.toNode()
                                && hop.first().number() < cancel.number();
                if (here && pending && hop.cancel() == null) {
                    open = hop;
                }
            }
        }
        return open;
    }

    private static boolean isCancelledBy(Hop invite, CallMessage cancel) {
        return invite.cancel() != null && invite.cancel().number() == cancel.number();
    }
}
