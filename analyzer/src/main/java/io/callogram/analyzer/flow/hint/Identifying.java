package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.LegEvent.LegOpened;
import io.callogram.analyzer.sip.Method;
import java.util.List;

/// Call-IDs that were there before (RFC 3261 §8.1.1.4).
final class Identifying {

    private Identifying() {}

    static void inspect(Inspection in) {
        if (!in.scene.isCall()) {
            return;
        }
        List<CallEvent> events = in.call.events();
        for (int i = 0; i < events.size(); i++) {
            CallEvent event = events.get(i);
            if (event.derived() instanceof LegOpened opened
                    && opened.leg() > 1
                    && !opened.startUnseen()
                    && isUsedElsewhere(in, event.leg())) {
                CallMessage first = in.scene.message(event.message());
                in.noteOnce(HintKind.CALL_ID_REUSED, in.at(first), in.sender(first));
            }
        }
    }

    /// Legs of one call may share a Call-ID: a B2BUA that keeps it.
    private static boolean isUsedElsewhere(Inspection in, int number) {
        Leg leg = in.scene.leg(number);
        for (Leg other : in.scene.legs()) {
            if (other.number() != number && other.callId().equals(leg.callId())) {
                return false;
            }
        }
        return leg.method() == Method.INVITE;
    }
}
