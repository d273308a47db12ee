package io.callogram.web.json;

import io.callogram.analyzer.story.Step;
import io.callogram.analyzer.story.Story;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A story as JSON.
final class StoryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private StoryJson() {}

    static byte[] of(Story story) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("title", story.title());
            json.writeStringProperty("summary", story.summary());
            json.writeName("steps").writeStartArray();
            for (Step step : story.steps()) {
                step(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("number", step.number());
        if (step.message() == 0) {
            json.writeNullProperty("message");
        } else {
            json.writeNumberProperty("message", step.message());
        }
        json.writeStringProperty("kind", step.key());
        node(json, "from", step.fromNode());
        node(json, "to", step.toNode());
        json.writeStringProperty("text", step.text());
        json.writeStringProperty("why", step.why());
        json.writeStringProperty("proof", step.proof());
        json.writeName("hints").writeStartArray();
        for (Step.Advice advice : step.hints()) {
            json.writeStartObject();
            json.writeStringProperty("hint", advice.hint());
            json.writeStringProperty("text", advice.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void node(JsonGenerator json, String name, int index) {
        if (index < 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, index);
        }
    }
}
