package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.web.json.Json;
import java.util.List;

/// What was derived of a call, each event with what caused it.
public final class EventJson {

    private EventJson() {}

    /// As of one message: what follows from it and what came before. A fold looks back only, so the
    /// events of a prefix are the prefix of the events.
    ///
    /// @param until number of a message, or 0 for all
    public static byte[] events(Call call, int until) {
        long moment = Long.MAX_VALUE;
        for (CallMessage message : call.messages()) {
            if (message.number() == until) {
                moment = message.seen().sighting().where().time();
            }
        }
        long end = moment;
        List<CallEvent> events =
                until == 0
                        ? call.events()
                        : call.events().stream()
                                .filter(event ->
                                        event.message() == 0
                                                ? event.time() <= end
                                                : event.message() <= until)
                                .toList();
        return Json.object(json -> {
            json.put("until", until == 0 ? call.messages().size() : until);
            json.objects("events", events, EventJson::event);
        });
    }

    private static void event(Json json, CallEvent event) {
        json.put("event", event.name());
        json.put("message", event.message());
        json.putTime("time", event.time());
        json.put("leg", event.leg());
        json.put("transaction", event.transaction());
        json.put("dialog", event.dialog());
        json.put("detail", event.detail());
    }
}
