package io.callogram.web.json;

import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.index.record.LegRow;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.LinkText;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One entry of `calls`, the same on the command line and over HTTP; either adds fields of its own.
public final class CallFields {

    private CallFields() {}

    /// What is promised of every call but its legs.
    public static void row(Json json, CallRow call) {
        row(json, call, CallFields::hint);
    }

    /// @param hint writes one hint
    public static void row(Json json, CallRow call, Json.Each<Hint> hint) {
        json.put("id", call.id());
        json.put("kind", call.kind().slug());
        json.put("caller", call.caller().written());
        json.put("callee", call.callee().written());
        json.texts("callIds", call.callIds());
        json.putTime("start", call.times().start());
        json.putTime("end", call.times().end());
        json.putMilliseconds("durationMs", call.times().end() - call.times().start());
        json.put("outcome", call.outcome().slug());
        json.put("outcomeClass", call.outcomeClass());
        json.put("headline", call.headline() == null ? null : call.headline().slug());
        json.put("endedBy", slug(call.endedBy()));
        json.putMilliseconds("postDialDelayMs", call.times().postDialDelay());
        json.putMilliseconds("ringMs", call.times().ring());
        json.putMilliseconds("talkMs", call.times().talk());
        json.objects("flows", call.flows(), CallFields::flow);
        json.objects("hints", call.hints(), hint);
    }

    private static void flow(Json json, Flow flow) {
        json.put("flow", flow.kind().slug());
        json.put("confidence", flow.confidence().slug());
        json.numbers("evidence", flow.evidence());
        json.strings("roles", flow.roles());
        json.strings("attributes", flow.attributes());
    }

    public static void hint(Json json, Hint hint) {
        json.put("hint", hint.kind().slug());
        json.put("severity", hint.kind().severity().slug());
        json.numbers("evidence", hint.evidence());
        json.put("rfc", hint.kind().rfc().isEmpty() ? null : hint.kind().rfc());
        json.strings("values", hint.values());
    }

    public static void legs(Json json, List<LegRow> legs) {
        json.objects(
                "legs",
                legs,
                (each, leg) -> {
                    leg(each, leg);
                    link(each, leg.link(), _ -> {});
                });
    }

    /// A leg without its link.
    public static void leg(Json json, LegRow leg) {
        json.put("callId", leg.callId());
        json.put("from", leg.from());
        json.put("to", leg.to());
    }

    /// @param more what else is said of the link
    public static void link(Json json, @Nullable Link link, Consumer<Json> more) {
        if (link == null) {
            json.putNull("link");
            return;
        }
        json.object(
                "link",
                inner -> {
                    inner.put("kind", link.kind());
                    inner.put("toLeg", link.toLeg());
                    inner.put("reason", LinkText.of(link, Language.EN));
                    inner.put("score", link.score());
                    more.accept(inner);
                });
    }

    public static @Nullable String slug(@Nullable Ended ended) {
        return ended == null ? null : ended.name().toLowerCase(Locale.ROOT);
    }
}
