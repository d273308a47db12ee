package io.callogram.web.api;

import io.callogram.web.api.problem.Problem;
import io.javalin.http.Context;

/// How answers are written.
final class Answers {

    private Answers() {}

    static void json(Context context, int status, byte[] document) {
        context.status(status).contentType("application/json").result(document);
    }

    static void problem(Context context, Problem problem) {
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 429) {
            context.header("Retry-After", "60");
        }
        context.status(problem.status())
                .contentType("application/problem+json")
                .result(problem.document());
    }
}
