package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Claim;
import io.callogram.analyzer.call.ClaimReading;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import org.jspecify.annotations.Nullable;

/// Who is who in a dialog, when it lasted, and which dialog a header field names.
final class Sides {

    private Sides() {}

    /// Whether whoever made the dialog sent this request within it.
    static boolean isByCaller(Scene scene, Request request) {
        CallDialog dialog = request.dialog() == 0 ? null : scene.dialog(request.dialog());
        return dialog == null || request.sighting().fromTag() == dialog.callerTag();
    }

    /// What one side of a dialog is called.
    static String name(Scene scene, CallDialog dialog, boolean caller) {
        int head = scene.head(dialog.leg());
        return caller ? scene.caller(head) : scene.callee(head);
    }

    static String asker(Scene scene, Request request) {
        return request.dialog() == 0
                ? Scene.name(request.sighting().from())
                : name(scene, scene.dialog(request.dialog()), isByCaller(scene, request));
    }

    static String asked(Scene scene, Request request) {
        return request.dialog() == 0
                ? Scene.name(request.sighting().to())
                : name(scene, scene.dialog(request.dialog()), !isByCaller(scene, request));
    }

    static int node(CallDialog dialog, boolean caller) {
        return caller ? dialog.callerNode() : dialog.calleeNode();
    }

    /// The dialog that Replaces, Join or Target-Dialog names, its tags in either order (RFC 3891
    /// §3); null when it was not captured.
    static @Nullable CallDialog named(Scene scene, String kind, @Nullable String value) {
        Claim.Names names = value == null ? null : ClaimReading.names(kind, value);
        return names == null ? null : named(scene, names);
    }

    static @Nullable CallDialog named(Scene scene, Claim.Names names) {
        CallDialog near = null;
        for (CallDialog d : scene.call().dialogs()) {
            if (!scene.leg(d.leg()).callId().equals(names.callId())) {
                continue;
            }
            if (is(d.callerTag(), d.calleeTag(), names)
                    || is(d.calleeTag(), d.callerTag(), names)) {
                return d;
            }
            boolean half =
                    d.callerTag() != 0
                            && (d.callerTag() == names.oneTag()
                                    || d.callerTag() == names.otherTag());
            near = half && near == null ? d : near;
        }
        return near;
    }

    private static boolean is(long one, long other, Claim.Names names) {
        return one == names.oneTag() && other == names.otherTag();
    }

    /// When it was confirmed; the far past when the capture began later, the far future when never.
    static long confirmedAt(Scene scene, CallDialog dialog) {
        if (dialog.startUnseen()) {
            return Long.MIN_VALUE;
        }
        return dialog.confirmed() == 0 ? Long.MAX_VALUE : scene.time(dialog.confirmed());
    }

    static long endedAt(Scene scene, CallDialog dialog) {
        return dialog.ended() == 0 ? Long.MAX_VALUE : scene.time(dialog.ended());
    }

    static boolean isTalking(Scene scene, CallDialog dialog, long time) {
        return confirmedAt(scene, dialog) <= time && endedAt(scene, dialog) > time;
    }

    /// One user, by number or by name (RFC 3261 §19.1.4 leaves the case of names alone, people do
    /// not).
    static boolean isSame(Address one, Address other) {
        if (one.number().length() >= 7 && other.number().length() >= 7) {
            return tail(one.number()).equals(tail(other.number()));
        }
        return one.user().isEmpty()
                ? other.user().isEmpty() && !one.host().isEmpty() && one.host().equals(other.host())
                : one.user().equalsIgnoreCase(other.user());
    }

    private static String tail(String number) {
        return number.substring(Math.max(0, number.length() - 9));
    }
}
