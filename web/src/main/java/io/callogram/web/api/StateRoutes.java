package io.callogram.web.api;

import io.callogram.web.api.guard.Guard;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the server is: alive, and every counter that matters.
final class StateRoutes {

    private static final String PREFIX = "callogram_";

    private final Workbench workbench;
    private final Events events;
    private final Instant began = Instant.now();

    StateRoutes(Workbench workbench, Events events) {
        this.workbench = workbench;
        this.events = events;
    }

    /// Anybody may ask whether it lives; the counters are for who is signed in.
    void health(Context context, Guard guard) {
        boolean known = guard.isKnown(context);
        Answers.json(
                context,
                200,
                Json.object(json -> {
                    List<String> complaints = workbench.complaints();
                    json.put("status", complaints.isEmpty() ? "ok" : "degraded");
                    if (known) {
                        json.texts("complaints", complaints);
                        json.put("version", workbench.version()).put("rules", workbench.rules());
                        json.put("began", began.toString());
                        json.put("uptimeMs", Duration.between(began, Instant.now()).toMillis());
                        json.object("counters", inner -> counters().forEach(inner::put));
                    }
                }));
    }

    void metrics(Context context) {
        StringBuilder text = new StringBuilder();
        counters().forEach((name, value) -> line(text, name, value));
        context.status(200)
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(text.toString());
    }

    private SortedMap<String, Long> counters() {
        SortedMap<String, Long> counters = new TreeMap<>(workbench.counters());
        counters.putAll(events.counters());
        return counters;
    }

    private static void line(StringBuilder text, String name, long value) {
        String type = name.endsWith("_total") ? "counter" : "gauge";
        text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
        text.append(PREFIX).append(name).append(' ').append(value).append('\n');
    }
}
