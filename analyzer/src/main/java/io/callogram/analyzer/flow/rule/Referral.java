package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Claim;
import io.callogram.analyzer.call.ClaimReading;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A REFER (RFC 3515): who is to be called, on whose behalf, and what came of it.
///
/// @param dialog within which it was sent, or which its Target-Dialog names (RFC 4538); null when
///   it belongs to no call
/// @param replaces the dialog that the new call is to take the place of, or null
record Referral(
        Request refer,
        @Nullable CallDialog dialog,
        Address target,
        Claim.@Nullable Names replaces) {

    /// With Referred-By, a call may come so much later than the REFER.
    private static final long REFERRED_BY = 180_000_000_000L;

    /// Null when it does not say whom to call, or asks for anything else than a call.
    static @Nullable Referral of(Scene scene, Request refer) {
        Sighting s = refer.sighting();
        String value = s.isRequest() ? s.first(Mark.REFER_TO) : null;
        if (value == null) {
            return null;
        }
        Address target = HeaderText.address(value);
        String method = HeaderText.parameter(target.parameters(), "method");
        if (!method.isEmpty() && !method.regionMatches(true, 0, "INVITE", 0, 6)) {
            return null;
        }
        String named = HeaderText.header(target.parameters(), "replaces");
        Claim.Names replaces = named.isEmpty() ? null : ClaimReading.names("consult", named);
        return new Referral(refer, dialog(scene, refer, s), target, replaces);
    }

    /// Every REFER of a call, in order; one that a B2BUA passes on counts once.
    static List<Referral> all(Scene scene) {
        List<Referral> all = new ArrayList<>(1);
        for (Request request : scene.requests()) {
            Referral next = request.method() == Method.REFER ? of(scene, request) : null;
            if (next != null && !isRepeated(scene, all, next)) {
                all.add(next);
            }
        }
        return all;
    }

    private static boolean isRepeated(Scene scene, List<Referral> all, Referral next) {
        for (Referral r : all) {
            if (r.refer.leg() != next.refer.leg()
                    && scene.head(r.refer.leg()) == scene.head(next.refer.leg())
                    && Sides.isSame(r.target, next.target)
                    && next.time() - r.time() <= scene.thresholds().sameMoment()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable CallDialog dialog(Scene scene, Request refer, Sighting s) {
        if (refer.isWithinDialog()) {
            return refer.dialog() == 0 ? null : scene.dialog(refer.dialog());
        }
        return Sides.named(scene, "target-dialog", s.first(Mark.TARGET_DIALOG));
    }

    long time() {
        return refer.time();
    }

    /// Accepted, or, where the answer was not captured, acted upon.
    boolean isAccepted() {
        return refer.isAccepted() || refer.status() == 0;
    }

    /// NOTIFYs of the implicit subscription (§2.4.4), until the next REFER in the same dialog.
    List<Request> reports(Scene scene) {
        List<Request> reports = new ArrayList<>(2);
        for (Request r : scene.requests()) {
            if (r.time() < time() || r.leg() != refer.leg() || r.dialog() != refer.dialog()) {
                continue;
            }
            if (r.method() == Method.REFER && r.number() != refer.number()) {
                return reports;
            }
            String event = r.method() == Method.NOTIFY ? r.sighting().first(Mark.EVENT) : null;
            if (event != null && event.startsWith("refer")) {
                reports.add(r);
            }
        }
        return reports;
    }

    /// The status that a NOTIFY reports, or 0.
    static int reported(Request notify) {
        String gist = notify.sighting().first(Mark.GIST);
        int status = 0;
        for (int i = 0; gist != null && i < 3 && i < gist.length(); i++) {
            int digit = Character.digit(gist.charAt(i), 10);
            status = digit < 0 ? status : status * 10 + digit;
        }
        return status;
    }

    /// The call that was made for it; null when none was captured.
    @Nullable Leg onward(Scene scene) {
        for (Leg leg : scene.legs()) {
            List<Request> attempts =
                    leg.method() == Method.INVITE ? scene.attempts(leg.number()) : List.of();
            if (!attempts.isEmpty() && isAnswerTo(scene, leg, attempts.getFirst())) {
                return leg;
            }
        }
        return null;
    }

    private boolean isAnswerTo(Scene scene, Leg leg, Request invite) {
        Sighting s = invite.sighting();
        if (invite.time() < time() || leg.number() == refer.leg()) {
            return false;
        }
        String named = s.first(Mark.REPLACES);
        if (replaces != null && named != null) {
            Claim.Names names = ClaimReading.names("replaces", named);
            return names != null && names.callId().equals(replaces.callId());
        }
        boolean referred = s.first(Mark.REFERRED_BY) != null;
        long within = referred ? REFERRED_BY : scene.thresholds().referInvite();
        boolean same =
                Sides.isSame(target, leg.to())
                        || (leg.target() != null && Sides.isSame(target, leg.target()));
        return named == null && same && invite.time() - time() <= within;
    }
}
