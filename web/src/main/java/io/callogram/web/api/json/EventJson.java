package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.moment.Changes;
import io.callogram.analyzer.call.moment.Moment;
import io.callogram.analyzer.call.moment.Standing;
import io.callogram.analyzer.call.moment.Subject;
import io.callogram.web.json.EventFields;
import io.callogram.web.json.Json;

/// What was derived of a call, each event with what caused it, and what everything was by then.
public final class EventJson {

    private EventJson() {}

    /// @param until number of a message, or 0 for all
    public static byte[] events(Call call, int until) {
        Moment moment = Moment.of(call, until);
        return Json.object(json -> {
            json.put("until", moment.message());
            json.objects("events", Moment.events(call, until), EventFields::event);
            json.object("state", inner -> state(inner, moment));
        });
    }

    /// Every change of state, so that any moment of the call is the last change of each thing.
    public static byte[] changes(Call call) {
        return Json.object(json ->
                json.objects(
                        "changes",
                        Changes.of(call),
                        (each, change) -> {
                            each.put("of", change.subject().slug());
                            standing(each, change);
                        }));
    }

    private static void state(Json json, Moment moment) {
        json.put("message", moment.message());
        for (Standing call : moment.of(Subject.CALL)) {
            json.object("call", inner -> standing(inner, call));
        }
        json.objects("legs", moment.of(Subject.LEG), EventJson::standing);
        json.objects("dialogs", moment.of(Subject.DIALOG), EventJson::standing);
        json.objects("media", moment.of(Subject.MEDIA), EventJson::standing);
        json.objects("transactions", moment.of(Subject.TRANSACTION), EventJson::standing);
    }

    private static void standing(Json json, Standing standing) {
        if (standing.number() > 0) {
            json.put("number", standing.number());
        }
        json.put("state", standing.state());
        json.put("detail", standing.detail());
        json.put("event", standing.cause().name());
        json.put("message", standing.cause().message());
        json.putTime("time", standing.cause().time());
    }
}
