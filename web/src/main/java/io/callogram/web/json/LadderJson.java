package io.callogram.web.json;

import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Column;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A laid-out ladder as JSON.
final class LadderJson {
    private static final JsonFactory JSON = new JsonFactory();

    private LadderJson() {}

    static byte[] of(Ladder ladder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("title", ladder.title());
            json.writeName("columns").writeStartArray();
            for (Column column : ladder.columns()) {
                json.writeStartObject();
                json.writeStringProperty("name", column.name());
                json.writeStringProperty("address", column.address());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("rows").writeStartArray();
            for (Row row : ladder.rows()) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void row(JsonGenerator json, Row row) {
        json.writeStartObject();
        switch (row) {
            case Arrow arrow -> arrow(json, arrow);
            case Gap gap -> {
                json.writeStringProperty("row", "gap");
                json.writeNumberProperty("milliseconds", gap.nanoseconds() / 1_000_000);
            }
            case Bar bar -> bar(json, bar);
        }
        json.writeEndObject();
    }

    private static void arrow(JsonGenerator json, Arrow arrow) {
        json.writeStringProperty("row", "arrow");
        json.writeNumberProperty("number", arrow.number());
        json.writeStringProperty("time", Timestamps.of(arrow.time()));
        json.writeNumberProperty("offsetMs", arrow.sinceStart() / 1e6);
        json.writeNumberProperty("from", arrow.from());
        json.writeNumberProperty("to", arrow.to());
        json.writeStringProperty("label", arrow.label());
        json.writeStringProperty("carries", arrow.carries());
        json.writeBooleanProperty("request", arrow.request());
        json.writeNumberProperty("leg", arrow.leg());
        json.writeNumberProperty("repeats", arrow.repeats());
        json.writeStringProperty("remark", arrow.remark());
    }

    private static void bar(JsonGenerator json, Bar bar) {
        json.writeStringProperty("row", "bar");
        json.writeNumberProperty("from", bar.from());
        json.writeNumberProperty("to", bar.to());
        json.writeStringProperty("kind", bar.kind());
        json.writeNumberProperty("leg", bar.leg());
        json.writeBooleanProperty("forward", bar.forward());
        json.writeBooleanProperty("backward", bar.backward());
        json.writeStringProperty("text", bar.text());
    }
}
