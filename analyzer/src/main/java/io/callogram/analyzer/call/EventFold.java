package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The derived events of a call in order, under the call's numbers.
final class EventFold {

    private EventFold() {}

    static List<CallEvent> of(List<LegFold> legs, Numbering numbers) {
        int total = 0;
        for (LegFold leg : legs) {
            total += leg.events().size();
        }
        List<CallEvent> all = new ArrayList<>(total);
        for (int i = 0; i < legs.size(); i++) {
            for (Caused caused : legs.get(i).events()) {
                all.add(event(caused, i, numbers));
            }
        }
        if (legs.size() > 1) {
            all.sort((a, b) -> Long.compare(a.time(), b.time()));
        }
        return all;
    }

    private static CallEvent event(Caused caused, int leg, Numbering numbers) {
        Derived event = caused.event();
        return new CallEvent(
                event.getClass().getSimpleName(),
                numbers.message(leg, caused.message()),
                event.cause().time(),
                leg + 1,
                numbers.transaction(leg, caused.transaction()),
                numbers.dialog(leg, caused.dialog()),
                detail(event),
                event);
    }

    private static String detail(Derived event) {
        return switch (event) {
            case TransactionEvent.TimerFired e ->
                    "timer-" + e.timer().name().toLowerCase(Locale.ROOT);
            case TransactionEvent.MessageStray e -> e.slug();
            case DialogEvent.DialogTerminated e -> e.why().slug();
            case DialogEvent.DialogCreated e -> e.startUnseen() ? "start-unseen" : "";
            case LegEvent.LegOpened e -> e.startUnseen() ? "start-unseen" : "";
            case SessionEvent.OfferMade e ->
                    e.cause().sighting().isRequest() ? "in-request" : "in-response";
            default -> "";
        };
    }
}
