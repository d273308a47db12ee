package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.compare.Comparison;
import io.callogram.analyzer.compare.Transcript;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import io.callogram.web.json.CompareJson;
import io.javalin.http.Context;
import java.io.IOException;

/// A call held against the shape of its flow, or against another call.
final class CompareRoutes {

    private static final String SHAPE = "flow";

    private final Workbench workbench;

    /// Read when the first shape is asked for.
    private static final class Galleries {
        static final Gallery OPEN = Gallery.open();
    }

    CompareRoutes(Workbench workbench) {
        this.workbench = workbench;
    }

    void compare(Context context) throws IOException {
        Call here = call(context.pathParam("id"));
        String with = context.queryParam("with");
        if (with == null || with.isEmpty()) {
            throw new Refused(
                    Problem.badRequest("with is the id of a call, 'flow', or 'flow:' and a flow."));
        }
        if (with.equals(SHAPE) || with.startsWith(SHAPE + ":")) {
            FlowKind flow = flow(here, with);
            Example shape =
                    Galleries.OPEN
                            .example(flow)
                            .orElseThrow(() -> new Refused(Problem.notFound("shape")));
            Transcript there = Transcript.read(shape.call(), shape::message);
            Comparison comparison = Comparison.of(transcript(here), there, true);
            Answers.json(context, 200, CompareJson.of(comparison, here, shape.call(), flow));
            return;
        }
        Call there = call(with);
        Comparison comparison = Comparison.of(transcript(here), transcript(there), false);
        Answers.json(context, 200, CompareJson.of(comparison, here, there, null));
    }

    private Call call(String id) throws IOException {
        return workbench.call(id).orElseThrow(() -> new Refused(Problem.notFound("call")));
    }

    private Transcript transcript(Call call) throws IOException {
        return Transcript.read(call, message -> workbench.bytes(message.seen().sighting().where()));
    }

    /// Of the flow that is named, else of the one that names the call.
    private FlowKind flow(Call call, String with) throws IOException {
        FlowKind flow =
                with.equals(SHAPE)
                        ? workbench.findings(call).headline()
                        : named(with.substring(SHAPE.length() + 1));
        if (flow == null) {
            throw new Refused(
                    Problem.badRequest("No flow names this call: say which with flow:SLUG."));
        }
        return flow;
    }

    private static FlowKind named(String slug) {
        for (FlowKind flow : FlowKind.values()) {
            if (flow.slug().equals(slug)) {
                return flow;
            }
        }
        throw new Refused(Problem.badRequest("There is no flow called " + slug + "."));
    }
}
