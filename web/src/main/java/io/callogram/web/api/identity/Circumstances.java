package io.callogram.web.api.identity;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around one message in its call.
final class Circumstances {

    final Call call;
    final CallMessage message;
    final Sighting sighting;
    final Leg leg;
    final @Nullable CallDialog dialog;
    final @Nullable CallTransaction transaction;

    Circumstances(Call call, CallMessage message) {
        this.call = call;
        this.message = message;
        this.sighting = message.seen().sighting();
        this.leg = call.legs().get(message.leg() - 1);
        this.dialog = message.dialog() == 0 ? null : call.dialogs().get(message.dialog() - 1);
        this.transaction =
                message.transaction() == 0
                        ? null
                        : call.transactions().get(message.transaction() - 1);
    }

    static Sighting of(CallMessage message) {
        return message.seen().sighting();
    }

    CallMessage numbered(int number) {
        return call.messages().get(number - 1);
    }

    /// Name of the node that sent a message.
    String sender(CallMessage sent) {
        return call.nodes().get(sent.fromNode()).name();
    }

    /// The request that a response answers, or null when it was not seen.
    @Nullable CallMessage request() {
        return transaction == null || transaction.request() == 0
                ? null
                : numbered(transaction.request());
    }

    /// Whether an ACK belongs to its INVITE's transaction, because the response was not a 2xx.
    boolean acksFailure() {
        return sighting.method() == Method.ACK
                && call.transactions().stream().anyMatch(each -> each.ack() == message.number());
    }

    /// The INVITE that an ACK or a CANCEL is about, on this hop if it was seen there.
    @Nullable CallMessage invite() {
        CallMessage found = null;
        for (CallMessage other : call.messages()) {
            Sighting seen = of(other);
            boolean same =
                    seen.isRequest()
                            && seen.method() == Method.INVITE
                            && seen.callIdKey() == sighting.callIdKey()
                            && seen.cseq() == sighting.cseq()
                            && other.number() < message.number();
            if (same && (found == null || other.fromNode() == message.fromNode())) {
                found = other;
            }
        }
        return found;
    }

    /// The request before this one in the same number space: same Call-ID, same sender's tag (RFC
    /// 3261 §12.2.1.1). ACK and CANCEL have no number of their own.
    @Nullable CallMessage previous() {
        CallMessage found = null;
        for (CallMessage other : call.messages()) {
            if (other.number() >= message.number()) {
                break;
            }
            if (hasOwnNumber(other) && of(other).fromTag() == sighting.fromTag()) {
                found = other;
            }
        }
        return found;
    }

    /// Whether the other side has sent a request in this dialog before.
    boolean otherSideAsked() {
        return call.messages().stream()
                .anyMatch(other ->
                        other.number() < message.number()
                                && hasOwnNumber(other)
                                && of(other).fromTag() != sighting.fromTag());
    }

    private boolean hasOwnNumber(CallMessage other) {
        Sighting seen = of(other);
        return seen.isRequest()
                && other.forwardOf() == 0
                && seen.callIdKey() == sighting.callIdKey()
                && seen.method() != Method.ACK
                && seen.method() != Method.CANCEL;
    }

    /// Numbers of the messages of this message's transaction on this hop.
    List<Integer> hop() {
        List<Integer> numbers = new ArrayList<>();
        for (CallMessage other : call.messages()) {
            if (message.transaction() != 0 && other.transaction() == message.transaction()) {
                numbers.add(other.number());
            }
        }
        return numbers;
    }

    /// Numbers of the requests of the same end-to-end transaction, one a hop.
    List<Integer> hops() {
        List<Integer> numbers = new ArrayList<>();
        if (transaction != null) {
            for (CallTransaction other : call.transactions()) {
                if (other.endToEnd() == transaction.endToEnd() && other.request() > 0) {
                    numbers.add(other.request());
                }
            }
        }
        return numbers;
    }
}
