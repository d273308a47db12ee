package io.callogram.web.api;

import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small JSON bodies of requests.
final class Bodies {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    /// The body as one JSON object. Declared as anything but JSON it is refused: no form of another
    /// site can say so without asking first.
    static JsonNode object(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(
                    Problem.of(
                            415,
                            "json-only",
                            "JSON only",
                            "The body is sent as application/json."));
        }
        try {
            JsonNode body = MAPPER.readTree(context.bodyAsBytes());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JacksonException _) {
            // falls through: refused below
        }
        throw new Refused(Problem.badRequest("The body is not a JSON object."));
    }

    static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asString();
    }

    static String text(Context context, String name) {
        String value = text(object(context), name);
        return value == null ? "" : value;
    }
}
