package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.story.Language;
import io.callogram.web.api.guard.Headers;
import io.callogram.web.api.json.CallJson;
import io.callogram.web.api.json.EventJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import io.callogram.web.json.LadderFormat;
import io.callogram.web.json.StoryFormat;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call: all that is known of it, its pictures, its packets.
final class CallRoutes {

    private static final Map<String, LadderFormat> ACCEPTED =
            Map.of(
                    "application/json", LadderFormat.JSON,
                    "text/plain", LadderFormat.TEXT,
                    "image/svg+xml", LadderFormat.SVG,
                    "image/png", LadderFormat.PNG,
                    "text/html", LadderFormat.HTML);

    private static final int LONGEST_NOTE = 2000;

    private final Workbench workbench;
    private final Reading reading;

    CallRoutes(Workbench workbench, Reading reading) {
        this.workbench = workbench;
        this.reading = reading;
    }

    void call(Context context) throws IOException {
        String id = context.pathParam("id");
        CallRecord record =
                workbench.record(id).orElseThrow(() -> new Refused(Problem.notFound("call")));
        Call call = open(context);
        Answers.json(
                context,
                200,
                new CallJson(call, record, reading.labels(call), workbench.notes().get(id))
                        .bytes());
    }

    /// Notes something on a call; an empty text takes the note away.
    void note(Context context) throws IOException {
        String id = context.pathParam("id");
        String text = Bodies.text(Bodies.object(context), "text");
        if (text == null || text.length() > LONGEST_NOTE) {
            throw new Refused(
                    Problem.badRequest(
                            "text is what to note, at most " + LONGEST_NOTE + " characters."));
        }
        if (workbench.record(id).isEmpty()) {
            throw new Refused(Problem.notFound("call"));
        }
        String note = text.replace("\r\n", "\n").strip();
        workbench.note(id, note);
        Answers.json(
                context, 200, Json.object(json -> json.put("note", note.isEmpty() ? null : note)));
    }

    /// What was derived, as of one message when asked so.
    void events(Context context) throws IOException {
        String objection = "until is the number of a message of the call.";
        String written = context.queryParam("until");
        int until = ListRoutes.number(written, objection);
        Call call = open(context);
        if (until > call.messages().size() || (until == 0 && written != null)) {
            throw new Refused(Problem.badRequest(objection));
        }
        Answers.json(context, 200, EventJson.events(call, until));
    }

    /// Every change of state: what a player of the call needs at once.
    void changes(Context context) throws IOException {
        Answers.json(context, 200, EventJson.changes(open(context)));
    }

    void ladder(Context context) throws IOException {
        LadderFormat format = format(context);
        Call call = open(context);
        if (format != LadderFormat.JSON) {
            Headers.download(context, "ladder-" + call.id() + "." + format.extension());
        }
        context.status(200)
                .contentType(format.mediaType())
                .result(
                        format.draw(
                                workbench.findings(call), Language.of(context.queryParam("lang"))));
    }

    void story(Context context) throws IOException {
        Language language = Language.of(context.queryParam("lang"));
        Answers.json(
                context, 200, StoryFormat.JSON.draw(workbench.findings(open(context)), language));
    }

    private static LadderFormat format(Context context) {
        String written = context.queryParam("format");
        LadderFormat format =
                written == null ? accepted(context.header("Accept")) : LadderFormat.of(written);
        if (format == null) {
            throw new Refused(
                    Problem.badRequest("format is json, text, svg, png, puml, mermaid or html."));
        }
        return format;
    }

    private static LadderFormat accepted(@Nullable String accept) {
        if (accept != null) {
            for (String range : accept.split(",")) {
                int end = range.indexOf(';');
                String type =
                        (end < 0 ? range : range.substring(0, end))
                                .strip()
                                .toLowerCase(Locale.ROOT);
                LadderFormat format = ACCEPTED.get(type);
                if (format != null) {
                    return format;
                }
            }
        }
        return LadderFormat.JSON;
    }

    void pcap(Context context) throws IOException {
        String anonymize = context.queryParam("anonymize");
        if (anonymize != null && !anonymize.equals("true") && !anonymize.equals("false")) {
            throw new Refused(Problem.badRequest("anonymize is true or false."));
        }
        Call call = open(context);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String name = "call-" + call.id();
        if ("true".equals(anonymize)) {
            int leftOut = workbench.anonymizedPcap(call, bytes);
            context.header("Callogram-Left-Out", Integer.toString(leftOut));
            name += "-anonymized";
        } else {
            workbench.pcap(call, bytes);
        }
        Headers.download(context, name + ".pcapng");
        context.status(200).contentType("application/x-pcapng").result(bytes.toByteArray());
    }

    private Call open(Context context) throws IOException {
        return workbench
                .call(context.pathParam("id"))
                .orElseThrow(() -> new Refused(Problem.notFound("call")));
    }
}
