package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Claim;
import io.callogram.analyzer.call.ClaimReading;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An INVITE with Replaces that no captured REFER asked for (RFC 3891): a ringing call picked up
/// (RFC 5359 §2.16), a parked one retrieved (§2.15), a call moved to another device, or a transfer
/// whose REFER took another way. What was refused took nothing over.
final class Replacement implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Mark.REPLACES)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        for (Leg leg : scene.legs()) {
            Request invite = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
            String value = invite == null ? null : invite.sighting().first(Mark.REPLACES);
            Claim.Names names = value == null ? null : ClaimReading.names("replaces", value);
            if (invite != null
                    && names != null
                    && scene.head(leg.number()) == leg.number()
                    && !isAskedFor(scene, names)) {
                Flow flow = flow(scene, leg, invite, names);
                if (invite.status() < 300 || flow.kind() == FlowKind.ATTENDED_TRANSFER) {
                    flows.add(flow);
                }
            }
        }
        return flows;
    }

    private static boolean isAskedFor(Scene scene, Claim.Names names) {
        if (!scene.has(Method.REFER)) {
            return false;
        }
        for (Referral referral : Referral.all(scene)) {
            Claim.Names asked = referral.replaces();
            if (asked != null && asked.callId().equals(names.callId())) {
                return true;
            }
        }
        return false;
    }

    private static Flow flow(Scene scene, Leg leg, Request invite, Claim.Names names) {
        CallDialog dialog = Sides.named(scene, names);
        String taker = Scene.name(leg.from());
        boolean earlyOnly = names.written().toLowerCase(Locale.ROOT).contains("early-only");
        if (dialog == null) {
            return unseen(scene, leg, invite, earlyOnly);
        }
        if (earlyOnly || Sides.confirmedAt(scene, dialog) > invite.time()) {
            Draft draft = new Draft(scene, FlowKind.CALL_PICKUP);
            draft.role("A", Sides.name(scene, dialog, true))
                    .role("B", Sides.name(scene, dialog, false))
                    .role("D", taker);
            return result(scene, draft.proof(dialog.early(), "ringing"), invite, dialog);
        }
        boolean reachesCaller = isReached(scene, leg, dialog, true);
        String kept = Sides.name(scene, dialog, reachesCaller);
        String leaving = Sides.name(scene, dialog, !reachesCaller);
        Draft draft;
        if (Parking.isPark(leg.from())) {
            draft = new Draft(scene, FlowKind.CALL_PARK);
            draft.role("A", kept).role("B", leaving).role("S", taker).atMost(Confidence.MEDIUM);
        } else if (isParkServer(scene, dialog)) {
            draft = new Draft(scene, FlowKind.CALL_RETRIEVE);
            draft.role("A", kept).role("S", leaving).role("D", taker);
        } else if (taker.equalsIgnoreCase(leaving)) {
            draft = new Draft(scene, FlowKind.SESSION_HANDOVER);
            draft.role("A", taker).role("B", kept);
        } else {
            draft = new Draft(scene, FlowKind.ATTENDED_TRANSFER);
            draft.role("A", leaving).role("B", taker).role("C", kept);
            boolean referred = invite.sighting().first(Mark.REFERRED_BY) != null;
            boolean knew = hadCall(scene, leaving, taker, invite.time());
            draft.atMost(knew ? Confidence.HIGH : referred ? Confidence.MEDIUM : Confidence.LOW);
        }
        return result(scene, draft, invite, dialog);
    }

    /// The dialog it names was not captured.
    private static Flow unseen(Scene scene, Leg leg, Request invite, boolean earlyOnly) {
        String by = invite.sighting().first(Mark.REFERRED_BY);
        String reached = Scene.name(leg.to());
        String taker = Scene.name(leg.from());
        Draft draft;
        if (Parking.isPark(leg.from())) {
            draft = new Draft(scene, FlowKind.CALL_PARK).role("A", reached);
            if (by != null) {
                draft.role("B", Scene.name(HeaderText.address(by)));
            }
            draft.role("S", taker).atMost(Confidence.MEDIUM);
        } else if (by == null && earlyOnly) {
            draft = new Draft(scene, FlowKind.CALL_PICKUP).role("A", reached).role("D", taker);
        } else {
            draft = new Draft(scene, FlowKind.ATTENDED_TRANSFER);
            if (by != null) {
                draft.role("A", Scene.name(HeaderText.address(by)));
            }
            draft.role("B", taker).role("C", reached);
        }
        boolean told = by != null || earlyOnly || Parking.isPark(leg.from());
        draft.atMost(told ? Confidence.MEDIUM : Confidence.LOW);
        return result(scene, draft, invite, null);
    }

    private static Flow result(
            Scene scene, Draft draft, Request invite, @Nullable CallDialog dialog) {
        // In the middle of a capture it may be known by a later hop, or by its answers alone.
        CallMessage sent = invite.sent() == null ? invite.first() : invite.sent();
        draft.proof(sent, "invite-replaces")
                .proof(invite.answer(), invite.isAccepted() ? "taken-over" : "refused");
        boolean ends = dialog != null && dialog.ended() != 0 && invite.isAccepted();
        if (dialog != null && ends && scene.time(dialog.ended()) >= invite.time()) {
            draft.proof(dialog.ended(), "replaced-dialog-ended");
        }
        int status = invite.status();
        draft.attribute("result", status == 0 ? "unknown" : status < 300 ? "success" : "failed");
        if (status >= 300) {
            draft.attribute("code", Integer.toString(status));
        }
        return draft.mediumUnless(status >= 200).flow();
    }

    /// Whether the INVITE went to this side of the dialog: whoever is called, or at whose node it
    /// arrived.
    private static boolean isReached(Scene scene, Leg leg, CallDialog dialog, boolean caller) {
        String called = Scene.name(leg.to());
        if (called.equalsIgnoreCase(Sides.name(scene, dialog, caller))) {
            return true;
        }
        if (called.equalsIgnoreCase(Sides.name(scene, dialog, !caller))) {
            return false;
        }
        for (CallDialog d : scene.call().dialogs()) {
            if (d.leg() == leg.number()) {
                return d.calleeNode() == Sides.node(dialog, caller);
            }
        }
        return !caller;
    }

    private static boolean isParkServer(Scene scene, CallDialog dialog) {
        Leg leg = scene.leg(dialog.leg());
        Address target = leg.target();
        return Parking.isPark(leg.from())
                || Parking.isPark(leg.to())
                || (target != null && Parking.isPark(target));
    }

    /// Both were talking to each other when one took over the other's second call.
    private static boolean hadCall(Scene scene, String one, String other, long time) {
        for (CallDialog d : scene.call().dialogs()) {
            String caller = Sides.name(scene, d, true);
            String callee = Sides.name(scene, d, false);
            boolean pair =
                    (caller.equals(one) && callee.equals(other))
                            || (caller.equals(other) && callee.equals(one));
            if (pair && Sides.isTalking(scene, d, time)) {
                return true;
            }
        }
        return false;
    }
}
