package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.ladder.Labels;
import java.util.Locale;

/// The derived events of a call, one a line: when, by which message, about what.
final class EventsText {

    private EventsText() {}

    static String of(Call call) {
        StringBuilder out = new StringBuilder();
        for (CallEvent event : call.events()) {
            out.append(line(event, call.times().start()).stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static String line(CallEvent event, long start) {
        String cause = event.message() == 0 ? "time" : "(" + event.message() + ")";
        return String.format(
                Locale.ROOT,
                "%10s %-6s %-22s leg %d%s%s%s",
                Labels.seconds(event.time() - start),
                cause,
                event.name(),
                event.leg(),
                event.transaction() == 0 ? "" : " transaction " + event.transaction(),
                event.dialog() == 0 ? "" : " dialog " + event.dialog(),
                event.detail().isEmpty() ? "" : ": " + event.detail());
    }
}
