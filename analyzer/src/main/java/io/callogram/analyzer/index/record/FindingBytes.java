package io.callogram.analyzer.index.record;

import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintKind;

/// Flows and hints packed. Kinds by name, so that a kind added in between changes nothing.
final class FindingBytes {

    private FindingBytes() {}

    /// @param start of the call; the times of a flow are kept relative to it
    static void flow(Packing out, Flow flow, long start) {
        out.text(flow.kind().name());
        out.octet(flow.confidence().ordinal());
        out.list(
                flow.proofs(),
                proof -> {
                    out.number(proof.message());
                    out.text(proof.reason());
                });
        out.texts(flow.roles());
        out.texts(flow.attributes());
        out.signed(flow.start() - start);
        out.signed(flow.end() - flow.start());
    }

    static Flow flow(Unpacking in, long start) {
        FlowKind kind = FlowKind.valueOf(in.text());
        Confidence confidence = Confidence.values()[in.octet()];
        var proofs = in.list(() -> new Proof(in.count(), in.text()));
        var roles = in.texts();
        var attributes = in.texts();
        long begin = start + in.signed();
        return new Flow(kind, confidence, proofs, roles, attributes, begin, begin + in.signed());
    }

    static void hint(Packing out, Hint hint) {
        out.text(hint.kind().name());
        out.list(hint.evidence(), message -> out.number(message));
        out.texts(hint.values());
    }

    static Hint hint(Unpacking in) {
        return new Hint(HintKind.valueOf(in.text()), in.list(in::count), in.texts());
    }
}
