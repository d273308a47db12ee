package io.callogram.web.api.json;

import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Summary;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.web.json.CallFields;
import io.callogram.web.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A page of the list: rows, facets, histogram.
public final class RowJson {

    private static final long MILLISECOND = 1_000_000L;

    private RowJson() {}

    /// @param label names a source id for people
    /// @param notes what people noted, by the call's id
    public static byte[] page(
            Page page, UnaryOperator<String> label, Map<String, String> notes, double tookMs) {
        return Json.object(json -> {
            json.put("total", page.total());
            json.objects("calls", page.calls(), (each, call) -> listed(each, call, notes));
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

    static void histogram(Json json, Summary.@Nullable Histogram histogram) {
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

    private static void listed(Json json, CallRecord call, Map<String, String> notes) {
        row(json, call.row(), notes.get(call.row().id()), CallFields::hint);
        CallFields.legs(json, call.row().legs());
        json.put("messages", call.row().messages());
        json.put("dialogs", call.row().dialogs());
    }

    /// What a row of the list and the page of a call both say.
    static void row(Json json, CallRow call, @Nullable String note, Json.Each<Hint> hint) {
        CallFields.row(json, call, hint);
        json.put("callerName", call.caller().name());
        json.put("calleeName", call.callee().name());
        json.put("source", "s" + call.source());
        json.put("code", call.code());
        json.put("legsCount", call.legsCount());
        json.put("retransmissions", call.retransmissions());
        json.put("problems", call.problems());
        json.put("note", note);
    }
}
