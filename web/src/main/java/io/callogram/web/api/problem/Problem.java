package io.callogram.web.api.problem;

import io.callogram.web.json.Json;
import org.jspecify.annotations.Nullable;

/// Why a request is not answered, as an RFC 9457 problem document.
///
/// @param type stable slug: a relative URI reference that names the kind of problem
/// @param column where a query could not be read, 1-based, or 0
/// @param expected what a query would have been understood as there, or null
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        int column,
        @Nullable String expected) {

    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(type, title, status, detail, 0, null);
    }

    public static Problem notFound(String what) {
        return of(404, "not-found", "Not found", "There is no such " + what + ".");
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "Not understood", detail);
    }

    public byte[] document() {
        return Json.object(json -> {
            json.put("type", type);
            json.put("title", title);
            json.put("status", status);
            json.put("detail", detail);
            if (column > 0) {
                json.put("column", column);
                json.put("expected", expected);
            }
        });
    }
}
