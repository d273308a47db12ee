package io.callogram.web.api.json;

import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.Statistics.Percentiles;
import io.callogram.analyzer.index.Summary;
import io.callogram.web.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures over calls.
public final class StatisticsJson {

    private StatisticsJson() {}

    public static byte[] of(Statistics statistics) {
        Summary summary = statistics.summary();
        return Json.object(json -> {
            json.put("total", summary.total());
            json.put("attempts", statistics.attempts());
            json.put("answered", statistics.answered());
            json.put("effective", statistics.effective());
            json.putKnown("asr", statistics.answerSeizureRatio());
            json.putKnown("ner", statistics.networkEffectivenessRatio());
            delay(json, statistics.postDialDelay());
            counts(json, "outcomes", summary.facets().getOrDefault("outcome", List.of()));
            counts(json, "kinds", summary.facets().getOrDefault("kind", List.of()));
            counts(json, "flows", summary.facets().getOrDefault("flow", List.of()));
            counts(json, "codes", statistics.codes());
            RowJson.histogram(json, summary.histogram());
        });
    }

    private static void delay(Json json, @Nullable Percentiles delay) {
        if (delay == null) {
            json.putNull("postDialDelayMs");
            return;
        }
        json.object(
                "postDialDelayMs",
                inner -> {
                    inner.put("calls", delay.count());
                    inner.putMilliseconds("p50", delay.p50());
                    inner.putMilliseconds("p90", delay.p90());
                    inner.putMilliseconds("p95", delay.p95());
                    inner.putMilliseconds("p99", delay.p99());
                    inner.putMilliseconds("max", delay.most());
                });
    }

    private static void counts(Json json, String name, List<Summary.Count> counts) {
        json.objects(
                name,
                counts,
                (each, count) -> each.put("value", count.value()).put("count", count.count()));
    }
}
