package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;

/// The derived events of a call in order, under the call's numbers.
final class EventFold {

    private EventFold() {}

    static List<CallEvent> of(List<LegFold> legs, Numbering numbers) {
        int total = 0;
        for (int i = 0; i < legs.size(); i++) {
            total += legs.get(i).events().size();
        }
        List<CallEvent> all = new ArrayList<>(total);
        for (int i = 0; i < legs.size(); i++) {
            List<Caused> events = legs.get(i).events();
            for (int at = 0; at < events.size(); at++) {
                all.add(event(events.get(at), i, numbers));
            }
        }
        if (legs.size() > 1) {
            all.sort((a, b) -> Long.compare(a.time(), b.time()));
        }
        return all;
    }

    private static CallEvent event(Caused caused, int leg, Numbering numbers) {
        return new CallEvent(
                numbers.message(leg, caused.message()),
                caused.event().cause().time(),
                leg + 1,
                numbers.transaction(leg, caused.transaction()),
                numbers.dialog(leg, caused.dialog()),
                caused.event());
    }
}
