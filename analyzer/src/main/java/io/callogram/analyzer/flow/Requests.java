package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.TransactionEvent.FailureAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.InviteCancelled;
import io.callogram.analyzer.transaction.TransactionEvent.RequestUnseen;
import io.callogram.analyzer.transaction.TransactionEvent.SuccessAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionStarted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the hops of a call's requests together again, in one pass over its events.
final class Requests {

    private final Call call;
    private final List<Request> inOrder;
    private final @Nullable Request[] byNumber;
    private final @Nullable Hop[] hops;

    private Requests(Call call) {
        this.call = call;
        int count = call.transactions().size();
        inOrder = new ArrayList<>(count);
        byNumber = new @Nullable Request[count + 1];
        hops = new @Nullable Hop[count + 1];
    }

    static Requests of(Call call) {
        Requests requests = new Requests(call);
        List<CallEvent> events = call.events();
        for (int i = 0; i < events.size(); i++) {
            CallEvent event = events.get(i);
            if (event.derived() instanceof TransactionEvent e && event.transaction() > 0) {
                requests.observe(event, e);
            }
        }
        return requests;
    }

    List<Request> inOrder() {
        return inOrder;
    }

    /// The request that a hop transaction carries; of an ACK to a 2xx its INVITE.
    @Nullable Request ofTransaction(int number) {
        if (number <= 0 || number >= hops.length) {
            return null;
        }
        int endToEnd = call.transactions().get(number - 1).endToEnd();
        return endToEnd < byNumber.length ? byNumber[endToEnd] : null;
    }

    @Nullable Hop hop(int transaction) {
        return transaction > 0 && transaction < hops.length ? hops[transaction] : null;
    }

    private void observe(CallEvent event, TransactionEvent derived) {
        switch (derived) {
            case TransactionStarted e -> {
                Hop hop = begun(event, e.transaction(), e.upstream());
                hop.request = message(event);
            }
            case RequestUnseen e -> begun(event, e.transaction(), e.upstream());
            case TransactionEvent.ProvisionalSeen _, TransactionEvent.FinalSeen _ -> {
                Hop hop = hops[event.transaction()];
                if (hop != null) {
                    hop.responded(message(event));
                }
            }
            case FailureAcknowledged _ -> {
                Hop hop = hops[event.transaction()];
                if (hop != null) {
                    hop.failureAck = message(event);
                }
            }
            case SuccessAcknowledged _ -> {
                Request invite = ofTransaction(event.transaction());
                if (invite != null) {
                    invite.acknowledged(message(event));
                }
            }
            case InviteCancelled e -> {
                Hop hop = local(event.leg(), e.invite());
                if (hop != null && hop.cancel == null) {
                    hop.cancel = message(event);
                }
            }
            case TransactionEvent.MessageRepeated _,
                    TransactionEvent.CopyDropped _,
                    TransactionEvent.TimerFired _,
                    TransactionEvent.TransactionTerminated _,
                    TransactionEvent.MessageStray _ -> {}
        }
    }

    private Hop begun(CallEvent event, int local, int upstream) {
        CallTransaction t = call.transactions().get(event.transaction() - 1);
        Hop hop = new Hop(t.number(), local, upstream == 0 ? null : local(event.leg(), upstream));
        hops[t.number()] = hop;
        Request request = byNumber[t.endToEnd()];
        if (request == null) {
            request = new Request(t.endToEnd(), t.method(), event.leg());
            byNumber[t.endToEnd()] = request;
            inOrder.add(request);
        }
        request.add(hop);
        return hop;
    }

    /// Events number hops within the Call-ID; what one refers to began not long before.
    private @Nullable Hop local(int leg, int id) {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Request request = inOrder.get(i);
            if (request.leg() != leg) {
                continue;
            }
            for (int at = 0; at < request.hops().size(); at++) {
                if (request.hops().get(at).local() == id) {
                    return request.hops().get(at);
                }
            }
        }
        return null;
    }

    private CallMessage message(CallEvent event) {
        return call.messages().get(event.message() - 1);
    }
}
