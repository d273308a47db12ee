package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A three-way call that a switch makes: within a moment it sends three users to one media server,
/// which was the peer of none of them before.
final class SwitchConference implements Rule {

    private static final int USERS = 3;

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.call().dialogs().size() < USERS || scene.call().periods().size() < 2 * USERS) {
            return List.of();
        }
        List<Agreement> moved = new ArrayList<>();
        for (Agreement a : scene.agreements()) {
            if (isMoved(a)) {
                moved.add(a);
            }
        }
        for (int i = 0; i + USERS <= moved.size(); i++) {
            Map<String, Agreement> users = together(scene, moved, i);
            if (users.size() == USERS) {
                return List.of(flow(scene, users));
            }
        }
        return List.of();
    }

    /// A re-INVITE whose sender speaks from another host than before.
    private static boolean isMoved(Agreement a) {
        Agreement before = a.before();
        Media now = offered(a);
        if (!a.confirmed() || before == null || now == null || Streams.isNowhere(now)) {
            return false;
        }
        Media then = Streams.audio(a.byCaller() ? before.caller() : before.callee());
        return then != null && !then.connection().equals(now.connection());
    }

    private static @Nullable Media offered(Agreement a) {
        return Streams.audio(a.byCaller() ? a.caller() : a.callee());
    }

    /// Users who are sent to the same host soon after each other, each to a port of its own.
    private static Map<String, Agreement> together(Scene scene, List<Agreement> moved, int from) {
        Map<String, Agreement> users = new LinkedHashMap<>();
        List<String> endpoints = new ArrayList<>(USERS);
        Agreement first = moved.get(from);
        Media host = offered(first);
        for (int i = from; host != null && i < moved.size(); i++) {
            Agreement a = moved.get(i);
            Media media = offered(a);
            boolean soon =
                    scene.time(a.offer()) - scene.time(first.offer())
                            <= scene.thresholds().forwardAfter();
            if (soon && media != null && media.connection().equals(host.connection())) {
                CallDialog dialog = scene.dialog(a.dialog());
                String user = Sides.name(scene, dialog, !a.byCaller());
                String endpoint = Streams.endpoint(media);
                if (!users.containsKey(user) && !endpoints.contains(endpoint)) {
                    users.put(user, a);
                    endpoints.add(endpoint);
                }
            }
        }
        return users;
    }

    /// Who has two of the calls.
    private static String organiser(Scene scene, Map<String, Agreement> users) {
        for (String user : users.keySet()) {
            int calls = 0;
            for (int leg = 1; leg <= scene.legs().size(); leg++) {
                boolean own = scene.head(leg) == leg;
                boolean takesPart =
                        scene.caller(leg).equals(user) || scene.callee(leg).equals(user);
                calls += own && takesPart ? 1 : 0;
            }
            if (calls > 1) {
                return user;
            }
        }
        return users.keySet().iterator().next();
    }

    private static Flow flow(Scene scene, Map<String, Agreement> users) {
        Draft draft = new Draft(scene, FlowKind.THREE_WAY);
        String organiser = organiser(scene, users);
        draft.role("A", organiser);
        int number = 1;
        for (Map.Entry<String, Agreement> user : users.entrySet()) {
            if (!user.getKey().equals(organiser)) {
                draft.role(String.valueOf((char) ('A' + number++)), user.getKey());
            }
            draft.proof(user.getValue().offer(), "sent-to-mixer")
                    .proof(user.getValue().answer(), "at-mixer");
            Media mixer = offered(user.getValue());
            if (mixer != null) {
                draft.attribute("mixer", mixer.connection());
            }
        }
        if (scene.has(Method.INFO)) {
            for (var m : scene.call().messages()) {
                var s = m.seen().sighting();
                if (s.isRequest() && s.method() == Method.INFO && m.forwardOf() == 0) {
                    draft.proof(m, "flash");
                }
            }
        }
        return draft.attribute("mixing", "server").atMost(Confidence.MEDIUM).flow();
    }
}
