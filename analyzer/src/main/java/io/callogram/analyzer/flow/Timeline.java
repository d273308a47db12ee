package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Held;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.SessionEvent.OfferMade;
import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The media of every dialog, agreement by agreement.
final class Timeline {

    private final Call call;
    private final Requests requests;
    private final @Nullable Held[] held;
    private final @Nullable Agreement[] last;
    private final boolean[] confirmed;
    private final List<Agreement> agreements = new ArrayList<>(2);

    private Timeline(Call call, Requests requests) {
        this.call = call;
        this.requests = requests;
        int dialogs = call.dialogs().size();
        held = new @Nullable Held[dialogs];
        last = new @Nullable Agreement[dialogs];
        confirmed = new boolean[dialogs];
    }

    static List<Agreement> of(Call call, Requests requests) {
        if (call.dialogs().isEmpty()) {
            return List.of();
        }
        Timeline timeline = new Timeline(call, requests);
        List<CallEvent> events = call.events();
        for (int i = 0; i < events.size(); i++) {
            CallEvent event = events.get(i);
            if (event.dialog() > 0 && event.derived() instanceof DialogConfirmed) {
                timeline.confirmed[event.dialog() - 1] = true;
            } else if (event.dialog() > 0 && event.derived() instanceof SessionAgreed e) {
                timeline.agreed(event, e, i);
            }
        }
        return timeline.agreements;
    }

    private void agreed(CallEvent event, SessionAgreed e, int index) {
        CallEvent offer = offer(event, e, index);
        Request request =
                requests.ofTransaction(offer == null ? event.transaction() : offer.transaction());
        if (offer == null || request == null) {
            return;
        }
        CallDialog dialog = call.dialogs().get(event.dialog() - 1);
        int at = dialog.number() - 1;
        boolean within = request.isWithinDialog() && (confirmed[at] || dialog.startUnseen());
        boolean talking = within && request.method() != Method.PRACK;
        if (held[at] == null) {
            held[at] = new Held(dialog.callerTag(), dialog.startUnseen());
        }
        Held state = held[at];
        state.agreed(e, talking);
        Agreement before = last[at];
        boolean byCaller = ((OfferMade) offer.derived()).tag() == dialog.callerTag();
        Set<String> changes = talking ? changes(e, byCaller, request, before) : Set.of();
        if (talking && changes.isEmpty() && before != null && before.request() == request) {
            return; // the same answer on another hop
        }
        Agreement next =
                new Agreement(
                        dialog.number(),
                        request,
                        offer.message(),
                        event.message(),
                        byCaller,
                        e.caller(),
                        e.callee(),
                        talking,
                        state.byCaller(),
                        state.byCallee(),
                        before,
                        change(request, e, talking, state, before, changes),
                        changes);
        last[at] = next;
        agreements.add(next);
    }

    private Set<String> changes(
            SessionAgreed e, boolean byCaller, Request request, @Nullable Agreement before) {
        if (before == null) {
            return Set.of();
        }
        Set<String> changes =
                Difference.between(
                        before.caller(),
                        before.callee(),
                        before.byCaller(),
                        e.caller(),
                        e.callee(),
                        byCaller);
        if (hasMoved(request)) {
            changes.add("target");
        }
        return changes;
    }

    /// The Contact is another than before (RFC 3261 §12.2.1.2: target refresh). Proxies may rewrite
    /// it, so only the same sender's messages on the same hop are compared.
    private boolean hasMoved(Request request) {
        CallMessage sent = request.sent();
        Address contact = sent == null ? null : sent.seen().sighting().contact();
        if (sent == null || contact == null) {
            return false;
        }
        for (int i = sent.number() - 2; i >= 0; i--) {
            CallMessage m = call.messages().get(i);
            Address earlier = m.seen().sighting().contact();
            if (m.dialog() == sent.dialog()
                    && m.fromNode() == sent.fromNode()
                    && m.toNode() == sent.toNode()
                    && earlier != null
                    && m.seen().sighting().status() / 100 != 3) {
                return !earlier.host().equals(contact.host()) || earlier.port() != contact.port();
            }
        }
        return false;
    }

    /// The offer of the same request; it was made not long before.
    private @Nullable CallEvent offer(CallEvent agreed, SessionAgreed e, int index) {
        for (int i = index - 1; i >= 0; i--) {
            CallEvent event = call.events().get(i);
            if (event.leg() == agreed.leg()
                    && event.derived() instanceof OfferMade o
                    && o.endToEnd() == e.endToEnd()) {
                return event;
            }
        }
        return null;
    }

    private static Change change(
            Request request,
            SessionAgreed e,
            boolean talking,
            Held held,
            @Nullable Agreement before,
            Set<String> changes) {
        if (!talking) {
            return Change.SET_UP;
        }
        boolean wasCaller = before != null && before.heldByCaller();
        boolean wasCallee = before != null && before.heldByCallee();
        if ((held.byCaller() && !wasCaller) || (held.byCallee() && !wasCallee)) {
            return Change.HOLD;
        }
        if (isFax(e) != (before != null && isFax(before.caller(), before.callee()))) {
            return Change.FAX;
        }
        if ((wasCaller && !held.byCaller()) || (wasCallee && !held.byCallee())) {
            return Change.RESUME;
        }
        if (before == null) {
            // The capture began later: a session timer says that nothing need have changed.
            return request.sighting().first(Mark.SESSION_EXPIRES) == null
                    ? Change.MODIFY
                    : Change.REFRESH;
        }
        return changes.isEmpty() ? Change.REFRESH : Change.MODIFY;
    }

    private static boolean isFax(SessionAgreed e) {
        return isFax(e.caller(), e.callee());
    }

    /// Both sides agreed on an image stream.
    private static boolean isFax(SessionDescription one, SessionDescription other) {
        return hasImage(one) && hasImage(other);
    }

    private static boolean hasImage(SessionDescription session) {
        for (Media m : session.media()) {
            if (m.port() > 0 && m.kind().equals("image")) {
                return true;
            }
        }
        return false;
    }
}
