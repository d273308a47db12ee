package io.callogram.web.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.compare.Comparison;
import io.callogram.analyzer.compare.Explanation;
import io.callogram.analyzer.compare.Passage;
import io.callogram.analyzer.compare.Row;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Two calls held against each other as JSON.
public final class CompareJson {

    private final Call here;
    private final Call there;
    private final @Nullable FlowKind flow;

    private CompareJson(Call here, Call there, @Nullable FlowKind flow) {
        this.here = here;
        this.there = there;
        this.flow = flow;
    }

    /// @param flow whose shape the other call is, or null
    public static byte[] of(Comparison comparison, Call here, Call there, @Nullable FlowKind flow) {
        return new CompareJson(here, there, flow).bytes(comparison);
    }

    private byte[] bytes(Comparison comparison) {
        return Json.object(json -> {
            json.put("call", here.id());
            json.put("with", flow == null ? there.id() : null);
            json.put("flow", flow == null ? null : flow.slug());
            json.object("title", this::title);
            json.put("hopByHop", comparison.hopByHop());
            json.object(
                    "sentence",
                    each ->
                            each.put("en", Explanation.of(comparison, Language.EN))
                                    .put("zh", Explanation.of(comparison, Language.ZH)));
            json.putKnown("first", comparison.firstDivergence());
            json.object("counts", each -> counts(each, comparison));
            json.objects(
                    "parties",
                    comparison.parties(),
                    (each, party) ->
                            each.put("role", party.role())
                                    .put("here", party.here())
                                    .put("there", party.there())
                                    .putKnown("node", party.node()));
            json.objects("rows", comparison.rows(), this::row);
        });
    }

    private void title(Json json) {
        String parties = there.caller().user() + " → " + there.callee().user();
        json.put("en", flow == null ? parties : Names.of(flow, Language.EN));
        json.put("zh", flow == null ? parties : Names.of(flow, Language.ZH));
    }

    private static void counts(Json json, Comparison comparison) {
        for (Row.Kind kind : Row.Kind.values()) {
            json.put(slug(kind), comparison.count(kind));
        }
        json.put("left", comparison.left());
    }

    private static String slug(Row.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void row(Json json, Row row) {
        json.put("kind", slug(row.kind()));
        side(json, "here", row.here(), here);
        side(json, "there", row.there(), flow == null ? there : null);
        json.objects(
                "changes",
                row.changes(),
                (each, change) ->
                        each.put("name", change.name())
                                .put("here", change.here())
                                .put("there", change.there()));
    }

    private static void side(
            Json json, String name, @Nullable Passage passage, @Nullable Call captured) {
        if (passage == null) {
            json.putNull(name);
            return;
        }
        json.object(
                name,
                side -> {
                    side.put("message", passage.message());
                    side.put("from", passage.from());
                    side.put("to", passage.to());
                    side.put("label", passage.label());
                    side.put("request", passage.status() == 0);
                    side.put("method", passage.method().name());
                    side.put("status", passage.status());
                    side.put("branches", passage.branches());
                    side.put("position", captured == null ? null : position(passage, captured));
                });
    }

    private static String position(Passage passage, Call call) {
        Where where = call.messages().get(passage.message() - 1).seen().sighting().where();
        return "s" + where.source() + "." + where.position();
    }
}
