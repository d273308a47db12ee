package io.callogram.web.api;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Names;
import io.callogram.web.json.Json;
import io.javalin.http.Context;
import java.util.List;

/// What can be recognised at all, with its names.
final class CatalogueRoutes {

    private final byte[] catalogue =
            Json.object(json -> {
                json.objects("flows", List.of(FlowKind.values()), CatalogueRoutes::flow);
                json.objects("hints", List.of(HintKind.values()), CatalogueRoutes::hint);
            });

    void flows(Context context) {
        Answers.json(context, 200, catalogue);
    }

    private static void flow(Json json, FlowKind kind) {
        json.put("flow", kind.slug());
        json.object(
                "title",
                title ->
                        title.put("en", Names.of(kind, Language.EN))
                                .put("zh", Names.of(kind, Language.ZH)));
        json.put("tag", kind.isTag());
    }

    private static void hint(Json json, HintKind kind) {
        json.put("hint", kind.slug());
        json.put("severity", kind.severity().slug());
        json.put("rfc", kind.rfc().isEmpty() ? null : kind.rfc());
    }
}
