package io.callogram.web.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.sip.Where;
import java.io.ByteArrayOutputStream;

/// One derived event, the same on the command line and over HTTP.
public final class EventFields {

    private EventFields() {}

    public static void event(Json json, CallEvent event) {
        json.put("event", event.name());
        json.put("message", event.message());
        json.putTime("time", event.time());
        json.put("leg", event.leg());
        json.put("transaction", event.transaction());
        json.put("dialog", event.dialog());
        json.put("detail", event.detail());
    }

    /// Every event of a call in the order of capture, each a line that stands for itself.
    public static byte[] lines(Call call, String source) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int number = 1; number <= call.events().size(); number++) {
            lines.writeBytes(line(call, number, source));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /// @param number of the event within its call, from 1
    public static byte[] line(Call call, int number, String source) {
        CallEvent event = call.events().get(number - 1);
        return Json.object(json -> {
            json.put("source", source);
            json.put("call", call.id());
            json.put("number", number);
            json.put("position", position(call, event.message()));
            event(json, event);
        });
    }

    /// Where the message stands that caused it, as `/messages` names it; empty when time did.
    private static String position(Call call, int message) {
        if (message == 0) {
            return "";
        }
        Where where = call.messages().get(message - 1).seen().sighting().where();
        return "s" + where.source() + "." + where.position();
    }
}
