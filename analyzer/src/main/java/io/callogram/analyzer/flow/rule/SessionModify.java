package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A session in progress gets other codecs, streams, addresses (RFC 3261 §14, RFC 3264 §8). What a
/// B2BUA passes on in its other dialog, or does to both sides at once, is one change.
final class SessionModify implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Modified> all = List.of();
        List<Agreement> agreements = scene.agreements();
        for (int i = 0; i < agreements.size(); i++) {
            if (agreements.get(i).change() == Change.MODIFY) {
                all = all.isEmpty() ? new ArrayList<>(1) : all;
                observe(scene, agreements.get(i), all);
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(all.size());
        for (Modified modified : all) {
            flows.add(modified.flow());
        }
        return flows;
    }

    private static void observe(Scene scene, Agreement a, List<Modified> all) {
        int head = scene.head(scene.dialog(a.dialog()).leg());
        Modified last = all.isEmpty() ? null : all.getLast();
        boolean same =
                last != null
                        && last.head == head
                        && last.dialog != a.dialog()
                        && scene.time(a.offer()) - last.start <= scene.thresholds().sameMoment();
        if (last == null || !same) {
            last = new Modified(scene, a, head);
            all.add(last);
        }
        last.add(a);
    }

    /// One change, in every dialog that it passes through.
    private static final class Modified {

        final int head;
        final int dialog;
        final long start;
        private final Scene scene;
        private final Draft draft;
        private final Set<String> changes = new TreeSet<>();
        private Agreement first;

        Modified(Scene scene, Agreement a, int head) {
            this.scene = scene;
            this.head = head;
            dialog = a.dialog();
            start = scene.time(a.offer());
            first = a;
            draft = new Draft(scene, FlowKind.SESSION_MODIFY);
        }

        void add(Agreement a) {
            changes.addAll(a.changes());
            first = a.offer() < first.offer() ? a : first;
            draft.proof(a.offer(), "new-offer").proof(a.answer(), "new-answer");
            boolean acknowledged =
                    a.request().method() != Method.INVITE || !a.request().acks().isEmpty();
            draft.mediumUnless(acknowledged && a.before() != null);
        }

        Flow flow() {
            boolean byCaller = first.byCaller() == scene.sighting(first.offer()).isRequest();
            int asker = scene.message(first.offer()).fromNode();
            // What a server asks first, none of the two asked for.
            boolean own = scene.call().nodes().get(asker).role().equals("b2bua");
            String caller = scene.caller(head);
            String callee = scene.callee(head);
            draft.role("A", own || byCaller ? caller : callee)
                    .role("B", own || byCaller ? callee : caller);
            if (!changes.isEmpty()) {
                draft.attribute("changes", String.join(",", changes));
            }
            if (own) {
                draft.attribute("by", scene.node(asker));
            }
            return draft.flow();
        }
    }
}
