package io.callogram.web.api;

import io.callogram.capture.file.NotACapture;
import io.callogram.web.api.json.SourceJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Captures: listed, sent, erased.
final class SourceRoutes {

    private static final String MULTIPART_CONFIG = "org.eclipse.jetty.multipartConfig";
    private static final int LONGEST_NAME = 120;
    private static final String UNNAMED = "capture";

    private final Workbench workbench;
    private final Uploads uploads;

    SourceRoutes(Workbench workbench, Uploads uploads) {
        this.workbench = workbench;
        this.uploads = uploads;
    }

    void list(Context context) {
        Answers.json(context, 200, SourceJson.sources(workbench.sources()));
    }

    void one(Context context) {
        Optional<SourceView> source = workbench.source(Positions.source(context.pathParam("id")));
        Answers.json(
                context,
                200,
                SourceJson.source(
                        source.orElseThrow(() -> new Refused(Problem.notFound("source")))));
    }

    /// Calls a source otherwise.
    void rename(Context context) throws IOException {
        int id = Positions.source(context.pathParam("id"));
        String name = Bodies.text(context, "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused(
                    Problem.badRequest("name is a text of 1 to " + LONGEST_NAME + " characters."));
        }
        SourceView renamed =
                workbench
                        .rename(id, name)
                        .orElseThrow(() -> new Refused(Problem.notFound("source")));
        Answers.json(context, 200, SourceJson.source(renamed));
    }

    void remove(Context context) throws IOException {
        if (!workbench.removeSource(Positions.source(context.pathParam("id")))) {
            throw new Refused(Problem.notFound("source"));
        }
        context.status(204);
    }

    void add(Context context) throws IOException {
        String sample = context.queryParam("sample");
        if (sample != null) {
            Bodies.object(context);
            added(
                    context,
                    workbench
                            .sample(sample)
                            .orElseThrow(() -> new Refused(Problem.notFound("sample"))));
            return;
        }
        uploads.inTurn(() -> {
            if (context.isMultipartFormData()) {
                adoptPart(context);
            } else {
                receive(
                        context,
                        name(context.queryParam("name")),
                        context.req().getInputStream(),
                        context.req().getContentLengthLong());
            }
        });
    }

    /// The first file of a form; the server spools it within the same bounds.
    private void adoptPart(Context context) throws IOException {
        context.req().setAttribute(MULTIPART_CONFIG, uploads.forms());
        try {
            for (Part part : context.req().getParts()) {
                if (part.getSubmittedFileName() != null) {
                    String asked = context.queryParam("name");
                    try (InputStream body = part.getInputStream()) {
                        receive(
                                context,
                                name(asked == null ? part.getSubmittedFileName() : asked),
                                body,
                                part.getSize());
                    }
                    part.delete();
                    return;
                }
            }
        } catch (ServletException unreadable) {
            throw isTooLarge(unreadable)
                    ? uploads.tooLarge()
                    : new Refused(Problem.badRequest("The form cannot be read."));
        }
        throw new Refused(Problem.badRequest("The form holds no file."));
    }

    /// The container says only by the innermost cause that one of its bounds was passed.
    private static boolean isTooLarge(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IllegalStateException;
    }

    private void receive(Context context, String name, InputStream body, long size)
            throws IOException {
        Receiving receiving = new Receiving(workbench, name, size);
        Path spooled = uploads.spool(body, size, receiving);
        try {
            added(context, receiving.complete(spooled));
        } catch (NotACapture refusal) {
            throw new Refused(
                    Problem.of(
                            422,
                            "not-a-capture",
                            "Not a capture",
                            String.valueOf(refusal.getMessage())));
        }
    }

    private static void added(Context context, SourceView source) {
        context.header("Location", "/api/sources/s" + source.id());
        Answers.json(context, 201, SourceJson.source(source));
    }

    /// The last part of what may be a path, without controls: for showing only.
    static String name(@Nullable String asked) {
        if (asked == null) {
            return UNNAMED;
        }
        String last =
                asked.substring(Math.max(asked.lastIndexOf('/'), asked.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints()
                .filter(SourceRoutes::isShown)
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        String shown = name.toString().strip();
        return shown.isEmpty() || shown.chars().allMatch(c -> c == '.') ? UNNAMED : shown;
    }

    private static boolean isShown(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
