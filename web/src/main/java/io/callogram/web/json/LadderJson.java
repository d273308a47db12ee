package io.callogram.web.json;

import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;

/// A laid-out ladder as JSON.
final class LadderJson {

    private LadderJson() {}

    static byte[] of(Ladder ladder) {
        return Json.object(json -> {
            json.put("title", ladder.title());
            json.objects(
                    "columns",
                    ladder.columns(),
                    (each, column) ->
                            each.put("name", column.name()).put("address", column.address()));
            json.objects("rows", ladder.rows(), LadderJson::row);
        });
    }

    private static void row(Json json, Row row) {
        switch (row) {
            case Arrow arrow -> arrow(json, arrow);
            case Gap gap -> {
                json.put("row", "gap");
                json.put("milliseconds", gap.nanoseconds() / 1_000_000);
            }
            case Bar bar -> bar(json, bar);
        }
    }

    private static void arrow(Json json, Arrow arrow) {
        json.put("row", "arrow");
        json.put("number", arrow.number());
        json.putTime("time", arrow.time());
        json.put("offsetMs", arrow.sinceStart() / 1e6);
        json.put("from", arrow.from());
        json.put("to", arrow.to());
        json.put("label", arrow.label());
        json.put("carries", arrow.carries());
        json.put("request", arrow.request());
        json.put("leg", arrow.leg());
        json.put("repeats", arrow.repeats());
        json.put("remark", arrow.remark());
    }

    private static void bar(Json json, Bar bar) {
        json.put("row", "bar");
        json.put("from", bar.from());
        json.put("to", bar.to());
        json.put("kind", bar.kind());
        json.put("leg", bar.leg());
        json.put("forward", bar.forward());
        json.put("backward", bar.backward());
        json.put("text", bar.text());
    }
}
