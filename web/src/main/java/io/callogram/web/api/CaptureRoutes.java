package io.callogram.web.api;

import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveOptions;
import io.callogram.web.api.json.SourceJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Captures;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Live capture: what there is, begun, ended.
final class CaptureRoutes {

    private final Captures captures;

    CaptureRoutes(Captures captures) {
        this.captures = captures;
    }

    void interfaces(Context context) {
        try {
            List<CaptureInterface> all = captures.interfaces();
            Answers.json(
                    context,
                    200,
                    Json.object(json -> json.objects("interfaces", all, CaptureRoutes::describe)));
        } catch (CaptureRefused refused) {
            throw refused(refused);
        }
    }

    private static void describe(Json json, CaptureInterface each) {
        json.put("name", each.name());
        json.put("description", each.description());
        json.texts("addresses", each.addresses());
        json.put("up", each.up());
        json.put("loopback", each.loopback());
    }

    void start(Context context) throws IOException {
        JsonNode body = Bodies.object(context);
        String filter = Bodies.text(body, "filter");
        LiveOptions options =
                LiveOptions.of(names(body), filter == null || filter.isBlank() ? null : filter);
        String objection = options.objection();
        if (objection != null) {
            throw new Refused(Problem.badRequest(objection));
        }
        try {
            SourceView source = captures.start(options);
            context.header("Location", "/api/sources/s" + source.id());
            Answers.json(context, 201, SourceJson.source(source));
        } catch (CaptureRefused refused) {
            throw refused(refused);
        }
    }

    /// One name, or a list of them.
    private static List<String> names(JsonNode body) {
        JsonNode given = body.get("interface");
        List<String> names = new ArrayList<>();
        if (given != null && given.isArray()) {
            given.forEach(each -> names.add(each.asString("")));
        } else if (given != null && given.isString()) {
            names.add(given.asString());
        }
        return names;
    }

    void stop(Context context) {
        if (!captures.stop(Positions.source(context.pathParam("id")))) {
            throw new Refused(Problem.notFound("capture that runs"));
        }
        context.status(204);
    }

    private static Refused refused(CaptureRefused refused) {
        return new Refused(
                switch (refused.why()) {
                    case REQUEST ->
                            Problem.of(
                                    400,
                                    "capture-refused",
                                    "Cannot be captured",
                                    refused.sentence());
                    case MACHINE ->
                            Problem.of(
                                    503,
                                    "capture-impossible",
                                    "This machine cannot capture",
                                    refused.sentence());
                });
    }
}
