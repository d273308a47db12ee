package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Pairs;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flow while a rule collects what proves it.
final class Draft {

    private final Scene scene;
    private final FlowKind kind;
    private final List<Proof> proofs = new ArrayList<>(4);
    private final Pairs.Collecting roles = new Pairs.Collecting();
    private final Pairs.Collecting attributes = new Pairs.Collecting();
    private Confidence confidence = Confidence.HIGH;

    Draft(Scene scene, FlowKind kind) {
        this.scene = scene;
        this.kind = kind;
    }

    /// A message that was not captured proves nothing and is passed over.
    Draft proof(@Nullable CallMessage message, String reason) {
        return message == null ? this : proof(message.number(), reason);
    }

    Draft proof(int message, String reason) {
        if (message > 0) {
            proofs.add(new Proof(message, reason));
        }
        return this;
    }

    Draft role(String role, String who) {
        roles.put(role, who);
        return this;
    }

    Draft attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    Draft attribute(String name, boolean value) {
        return attribute(name, Boolean.toString(value));
    }

    /// A duration as seconds, rounded.
    Draft seconds(String name, long nanos) {
        return nanos < 0
                ? this
                : attribute(name, Long.toString((nanos + 500_000_000L) / 1_000_000_000L));
    }

    /// Confidence only falls.
    Draft atMost(Confidence most) {
        if (most.compareTo(confidence) > 0) {
            confidence = most;
        }
        return this;
    }

    Draft mediumUnless(boolean certain) {
        return certain ? this : atMost(Confidence.MEDIUM);
    }

    boolean hasProof() {
        return !proofs.isEmpty();
    }

    Flow flow() {
        proofs.sort((a, b) -> Integer.compare(a.message(), b.message()));
        long start = scene.time(proofs.getFirst().message());
        long end = start;
        for (int i = 0; i < proofs.size(); i++) {
            end = Math.max(end, scene.time(proofs.get(i).message()));
        }
        return new Flow(
                kind,
                confidence,
                Collections.unmodifiableList(proofs),
                roles.pairs(),
                attributes.pairs(),
                start,
                end);
    }
}
