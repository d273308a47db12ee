package io.callogram.web.api.json;

import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Summary;
import io.callogram.analyzer.index.record.CallRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A page of the list: rows, facets, histogram.
public final class RowJson {

    private static final long MILLISECOND = 1_000_000L;

    private RowJson() {}

    /// @param label names a source id for people
    public static byte[] page(Page page, UnaryOperator<String> label, double tookMs) {
        return Json.object(json -> {
            json.put("total", page.total());
            json.objects("calls", page.calls(), RowJson::listed);
            json.put("next", page.next());
            json.putKnown("first", page.first());
            Summary summary = page.summary();
            if (summary != null) {
                json.object("facets", facets -> facets(facets, summary.facets(), label));
                histogram(json, summary.histogram());
            }
            json.put("tookMs", tookMs);
        });
    }

    private static void facets(
            Json json, Map<String, List<Summary.Count>> facets, UnaryOperator<String> label) {
        facets.forEach((name, counts) ->
                json.objects(
                        name,
                        counts,
                        (each, count) -> {
                            each.put("value", count.value());
                            if (name.equals("source")) {
                                each.put("label", label.apply(count.value()));
                            }
                            each.put("count", count.count());
                        }));
    }

    private static void histogram(Json json, Summary.@Nullable Histogram histogram) {
        if (histogram == null) {
            json.putNull("histogram");
            return;
        }
        json.object(
                "histogram",
                inner -> {
                    inner.putTime("from", histogram.from());
                    inner.putTime("to", histogram.to());
                    inner.put("bucketMs", histogram.width() / MILLISECOND);
                    inner.objects(
                            "buckets",
                            histogram.buckets(),
                            (each, bucket) ->
                                    each.put("ok", bucket.ok())
                                            .put("no", bucket.no())
                                            .put("bad", bucket.bad()));
                });
    }

    private static void listed(Json json, CallRecord call) {
        row(json, call);
        json.put("messages", call.messages());
        json.put("dialogs", call.dialogs());
    }

    /// What a row of the list and the page of a call both say.
    static void row(Json json, CallRecord call) {
        json.put("id", call.id());
        json.put("kind", call.kind().slug());
        json.put("caller", call.caller().user());
        json.put("callee", call.callee().user());
        json.put("callerName", call.caller().name());
        json.put("calleeName", call.callee().name());
        json.texts("callIds", call.facts().callIds());
        json.put("source", "s" + call.source());
        json.putTime("start", call.times().start());
        json.putTime("end", call.times().end());
        json.putMilliseconds("durationMs", call.times().end() - call.times().start());
        json.put("outcome", call.outcome().slug());
        json.put("outcomeClass", call.outcomeClass());
        json.put("code", call.code());
        json.putNull("headline");
        json.put("endedBy", slug(call.endedBy()));
        json.putMilliseconds("postDialDelayMs", call.times().postDialDelay());
        json.putMilliseconds("ringMs", call.times().ring());
        json.putMilliseconds("talkMs", call.times().talk());
        json.texts("flows", List.of());
        json.texts("hints", List.of());
        json.put("legsCount", call.legs());
        json.put("retransmissions", call.retransmissions());
        json.put("problems", call.problems());
    }

    static @Nullable String slug(@Nullable Ended ended) {
        return ended == null ? null : ended.name().toLowerCase(Locale.ROOT);
    }
}
