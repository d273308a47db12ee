package io.callogram.web.json;

import io.callogram.analyzer.story.Step;
import io.callogram.analyzer.story.Story;

/// A story as JSON.
public final class StoryJson {

    private StoryJson() {}

    static byte[] of(Story story) {
        return Json.object(json -> into(json, story));
    }

    public static void into(Json json, Story story) {
        json.put("title", story.title());
        json.put("summary", story.summary());
        json.objects("steps", story.steps(), StoryJson::step);
    }

    private static void step(Json json, Step step) {
        json.put("number", step.number());
        json.putKnown("message", step.message() == 0 ? -1 : step.message());
        json.put("kind", step.key());
        json.putKnown("from", step.fromNode());
        json.putKnown("to", step.toNode());
        json.put("text", step.text());
        json.put("why", step.why());
        json.put("proof", step.proof());
        json.objects(
                "hints",
                step.hints(),
                (each, advice) -> each.put("hint", advice.hint()).put("text", advice.text()));
    }
}
