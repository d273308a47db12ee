package io.callogram.web.api.json;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Story;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import io.callogram.web.json.Json;
import io.callogram.web.json.StoryJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One flow as its page needs it: words, its example as a call with both stories, what only looks
/// like it.
///
/// @param reader of the example's messages
public record FlowPageJson(
        FlowEntry flow, Gallery gallery, @Nullable Example example, Labels.Reader reader) {

    public byte[] bytes() {
        return Json.object(json -> {
            CatalogueJson.flow(json, flow);
            json.objects("hints", flow.hints(), CatalogueJson::hint);
            json.objects("nearMisses", gallery.nearMisses(flow.kind()), FlowPageJson::nearMiss);
            List<Gallery.Variant> variants = gallery.variants(flow.kind());
            json.texts("variants", variants.stream().map(Gallery.Variant::scenario).toList());
            json.objects("forms", variants, FlowPageJson::form);
            if (example == null) {
                json.putNull("example");
            } else {
                json.object("example", inner -> example(inner, example));
            }
        });
    }

    private static void form(Json json, Gallery.Variant variant) {
        json.put("scenario", variant.scenario()).put("title", variant.title());
        json.texts("also", variant.also());
    }

    private static void nearMiss(Json json, Gallery.NearMiss miss) {
        json.put("scenario", miss.scenario());
        json.object("why", why -> why.put("en", miss.english()).put("zh", miss.chinese()));
    }

    private void example(Json json, Example shown) {
        Findings findings = Findings.of(shown.call());
        CallRecord record = CallRecord.of(findings, shown.call().source(), shown.scenario());
        json.put("scenario", shown.scenario());
        json.object(
                "call",
                inner ->
                        new CallJson(shown.call(), record, new Labels(shown.call(), reader), null)
                                .into(inner));
        json.object(
                "story",
                both -> {
                    both.object("en", en -> StoryJson.into(en, Story.of(findings, Language.EN)));
                    both.object("zh", zh -> StoryJson.into(zh, Story.of(findings, Language.ZH)));
                });
    }
}
