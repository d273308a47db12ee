package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation ended by BYE (RFC 3261 §15). A B2BUA ends both its sides: one release.
final class Release implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.BYE)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        for (int leg = 1; leg <= scene.legs().size(); leg++) {
            if (scene.head(leg) == leg) {
                Flow flow = released(scene, leg);
                if (flow != null) {
                    flows.add(flow);
                }
            }
        }
        return flows;
    }

    private static @Nullable Flow released(Scene scene, int head) {
        List<Request> byes = byes(scene, head);
        if (byes.isEmpty()) {
            return null;
        }
        Request first = byes.getFirst();
        Draft draft = new Draft(scene, FlowKind.RELEASE);
        draft.role("A", scene.caller(head)).role("B", scene.callee(head));
        boolean confirmed = false;
        boolean crossing = false;
        for (int i = 0; i < byes.size(); i++) {
            Request bye = byes.get(i);
            boolean crosses = crosses(scene, bye, first);
            crossing |= crosses;
            confirmed |= bye.isAccepted();
            draft.proof(bye.sent(), crosses ? "bye-crossing" : "bye")
                    .proof(bye.answer(), bye.isAccepted() ? "bye-accepted" : "bye-refused");
        }
        if (crossing) {
            draft.attribute("crossing", true);
        }
        return draft.attribute("endedBy", endedBy(scene, head, first))
                .mediumUnless(confirmed)
                .flow();
    }

    /// Those that end a conversation, in order of time.
    private static List<Request> byes(Scene scene, int head) {
        List<Request> byes = new ArrayList<>(2);
        List<Request> requests = scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            if (request.method() == Method.BYE
                    && request.dialog() != 0
                    && scene.head(request.leg()) == head
                    && isConversation(scene.dialog(request.dialog()), request)) {
                byes.add(request);
            }
        }
        return byes;
    }

    private static boolean isConversation(CallDialog dialog, Request bye) {
        return dialog.startUnseen()
                || (dialog.confirmed() != 0 && dialog.confirmed() < bye.first().number());
    }

    private static boolean crosses(Scene scene, Request bye, Request first) {
        return bye != first
                && bye.dialog() == first.dialog()
                && scene.isByCaller(bye.first()) != scene.isByCaller(first.first());
    }

    private static String endedBy(Scene scene, int head, Request first) {
        if (scene.call().endedBy() == Ended.NETWORK && scene.head(scene.decisiveLeg()) == head) {
            return "network";
        }
        CallMessage bye = first.first();
        return scene.isByCaller(bye) == bye.seen().sighting().isRequest() ? "caller" : "callee";
    }
}
