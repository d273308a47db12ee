package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A re-INVITE or UPDATE that changes nothing but says that the session lasts (RFC 4028). A B2BUA
/// refreshes on both sides: what counts is the first leg's.
final class SessionRefresh implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Request> refreshes = refreshes(scene);
        if (refreshes.isEmpty()) {
            return List.of();
        }
        int leg = refreshes.getFirst().leg();
        Draft draft = new Draft(scene, FlowKind.SESSION_REFRESH);
        int head = scene.head(leg);
        draft.role("A", scene.caller(head)).role("B", scene.callee(head));
        int count = 0;
        for (Request refresh : refreshes) {
            if (refresh.leg() == leg) {
                count++;
                draft.proof(refresh.sent(), "refresh").proof(refresh.answer(), "refreshed");
            }
        }
        if (!draft.hasProof()) {
            return List.of();
        }
        draft.attribute("count", Integer.toString(count));
        agreed(refreshes.getFirst(), draft);
        return List.of(draft.attribute("by", Sides.asker(scene, refreshes.getFirst())).flow());
    }

    private static List<Request> refreshes(Scene scene) {
        List<Request> refreshes = new ArrayList<>(0);
        boolean timed = scene.has(Mark.SESSION_EXPIRES) && scene.has(Method.UPDATE);
        boolean repeated = scene.call().periods().size() > 1 || scene.requests().size() > 2;
        if (!timed && !repeated) {
            return refreshes;
        }
        for (Agreement a : scene.agreements()) {
            if (a.change() == Change.REFRESH && isUnchanged(scene, a)) {
                refreshes.add(a.request());
            }
        }
        if (timed) {
            for (Request r : scene.requests()) {
                if (r.method() == Method.UPDATE && isBare(scene, r) && !refreshes.contains(r)) {
                    refreshes.add(r);
                }
            }
            refreshes.sort((a, b) -> Integer.compare(a.number(), b.number()));
        }
        return refreshes;
    }

    /// Media stay where they were, and no phone says that it mixes from now on.
    private static boolean isUnchanged(Scene scene, Agreement a) {
        Agreement before = a.before();
        return !isMixing(scene, a)
                && (before == null
                        || (isSame(before.caller(), a.caller())
                                && isSame(before.callee(), a.callee())));
    }

    /// A Contact that becomes a focus, or is one no longer, is what such a request is for.
    private static boolean isMixing(Scene scene, Agreement a) {
        return scene.has(Mark.FOCUS) && expires(a.request()) == null;
    }

    private static boolean isSame(SessionDescription one, SessionDescription other) {
        Media audio = Streams.audio(one);
        return audio == null
                ? Streams.audio(other) == null
                : Streams.isSameEndpoint(audio, Streams.audio(other));
    }

    /// An UPDATE without an offer in a confirmed dialog, for the timer alone.
    private static boolean isBare(Scene scene, Request r) {
        CallDialog dialog = r.dialog() == 0 ? null : scene.dialog(r.dialog());
        return dialog != null
                && r.isAccepted()
                && r.first().seen().session() == null
                && expires(r) != null
                && Sides.confirmedAt(scene, dialog) < r.time();
    }

    private static @Nullable String expires(Request r) {
        String answered =
                r.answer() == null
                        ? null
                        : r.answer().seen().sighting().first(Mark.SESSION_EXPIRES);
        return answered == null ? r.sighting().first(Mark.SESSION_EXPIRES) : answered;
    }

    private static void agreed(Request refresh, Draft draft) {
        String expires = expires(refresh);
        if (expires == null) {
            return;
        }
        int end = expires.indexOf(';');
        draft.attribute("interval", (end < 0 ? expires : expires.substring(0, end)).trim());
        String refresher = HeaderText.parameter(expires, "refresher");
        if (!refresher.isEmpty()) {
            draft.attribute("refresher", refresher);
        }
    }
}
