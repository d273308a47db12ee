package io.callogram.web.api;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.web.api.json.CatalogueJson;
import io.callogram.web.api.json.FlowPageJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be recognised at all, with its words, and of every flow the example that comes with the
/// program.
final class CatalogueRoutes {

    private final Workbench workbench;
    private final byte[] catalogue = CatalogueJson.all();
    private final Map<FlowKind, byte[]> pages = new EnumMap<>(FlowKind.class);
    private @Nullable Gallery gallery;

    CatalogueRoutes(Workbench workbench) {
        this.workbench = workbench;
    }

    void flows(Context context) {
        Answers.json(context, 200, catalogue);
    }

    void flow(Context context) throws IOException {
        String slug = context.pathParam("slug");
        for (FlowKind kind : FlowKind.values()) {
            if (kind.slug().equals(slug)) {
                Answers.json(context, 200, page(kind));
                return;
            }
        }
        throw new Refused(Problem.notFound("flow"));
    }

    /// Folded when it is first asked for, and never again: the samples do not change.
    private synchronized byte[] page(FlowKind kind) throws IOException {
        byte[] known = pages.get(kind);
        if (known != null) {
            return known;
        }
        Gallery all = gallery == null ? Gallery.open() : gallery;
        gallery = all;
        Example example = all.example(kind).orElse(null);
        byte[] page =
                new FlowPageJson(
                                FlowEntry.of(kind),
                                all,
                                example,
                                message ->
                                        workbench.reading(
                                                example == null
                                                        ? new byte[0]
                                                        : example.message(message),
                                                message.seen().sighting().where()))
                        .bytes();
        pages.put(kind, page);
        return page;
    }
}
