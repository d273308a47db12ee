package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transfers that a REFER within a call asks for (RFC 5589): blind, or with Replaces (RFC 3891)
/// attended. A REFER that was refused transfers nothing.
final class Transfer implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.REFER)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        for (Referral referral : Referral.all(scene)) {
            CallDialog dialog = referral.dialog();
            if (dialog != null
                    && referral.isAccepted()
                    && !Parking.isParking(scene, referral)
                    && !Conference.isInvolved(scene, referral)
                    && !isSelf(scene, referral)) {
                Flow flow = new Drawing(scene, referral, dialog).flow();
                if (flow != null) {
                    flows.add(flow);
                }
            }
        }
        return flows;
    }

    /// Nobody is transferred to himself.
    private static boolean isSelf(Scene scene, Referral referral) {
        String user = referral.target().user();
        return referral.replaces() == null
                && !user.isEmpty()
                && user.equalsIgnoreCase(Sides.asked(scene, referral.refer()));
    }

    /// One transfer as it is put together.
    private static final class Drawing {

        private final Scene scene;
        private final Referral referral;
        private final CallDialog dialog;
        private final List<Request> reports;
        private final @Nullable Leg onward;
        private final @Nullable Request attempt;
        private final Draft draft;
        private int reported;

        Drawing(Scene scene, Referral referral, CallDialog dialog) {
            this.scene = scene;
            this.referral = referral;
            this.dialog = dialog;
            this.reports = referral.reports(scene);
            this.onward = referral.onward(scene);
            this.attempt = onward == null ? null : scene.attempt(onward.number());
            boolean attended = referral.replaces() != null;
            this.draft =
                    new Draft(
                            scene, attended ? FlowKind.ATTENDED_TRANSFER : FlowKind.BLIND_TRANSFER);
        }

        @Nullable Flow flow() {
            Request refer = referral.refer();
            if (refer.status() == 0 && reports.isEmpty() && attempt == null) {
                return null;
            }
            draft.proof(refer.sent(), referral.replaces() == null ? "refer" : "refer-replaces")
                    .proof(refer.answer(), "refer-accepted");
            for (Request report : reports) {
                int status = Referral.reported(report);
                reported = status >= 200 ? status : reported;
                draft.proof(report.sent(), status == 0 ? "notify" : "notify-" + status);
            }
            if (referral.replaces() == null) {
                blind();
            } else {
                attended();
            }
            onward();
            result();
            left();
            return draft.flow();
        }

        private void blind() {
            draft.role("A", asker()).role("B", asked()).role("C", Scene.name(referral.target()));
            boolean referred =
                    attempt != null && attempt.sighting().first(Mark.REFERRED_BY) != null;
            draft.mediumUnless(referred || reported >= 200);
            if (wasTried()) {
                draft.attribute("semiAttended", true);
            }
            if (!referral.refer().isWithinDialog()) {
                draft.attribute("targetDialog", true);
            }
            if (attempt != null && Parking.isLikeAnOrbit(attempt)) {
                draft.attribute("maybePark", true);
            }
        }

        /// Whoever is asked is the transferee; but the first call is the one that is transferred.
        private void attended() {
            CallDialog consulted =
                    referral.replaces() == null ? null : Sides.named(scene, referral.replaces());
            String other = consulted == null ? Scene.name(referral.target()) : other(consulted);
            boolean toTarget =
                    consulted != null && Sides.confirmedAt(scene, consulted) < confirmedAt();
            draft.role("A", asker())
                    .role("B", toTarget ? other : asked())
                    .role("C", toTarget ? asked() : other);
            if (toTarget) {
                draft.attribute("referTo", "target");
            }
            boolean taken = attempt != null && attempt.isAccepted();
            boolean ended = consulted != null && consulted.ended() != 0;
            if (taken && ended && consulted != null) {
                draft.proof(consulted.ended(), "replaced-dialog-ended");
            }
            boolean failed = attempt != null && attempt.status() >= 300;
            draft.mediumUnless((taken && ended) || failed);
        }

        private long confirmedAt() {
            return Sides.confirmedAt(scene, dialog);
        }

        private void onward() {
            if (attempt == null || onward == null) {
                return;
            }
            Sighting s = attempt.sighting();
            draft.proof(
                    attempt.sent(),
                    s.first(Mark.REPLACES) == null ? "referred-invite" : "invite-replaces");
            draft.proof(
                    attempt.answer(), attempt.isAccepted() ? "target-answered" : "target-refused");
        }

        private void result() {
            int status = attempt == null ? 0 : attempt.status();
            int code = status >= 200 ? status : reported;
            draft.attribute("result", code == 0 ? "unknown" : code < 300 ? "success" : "failed");
            if (code >= 300) {
                draft.attribute("code", Integer.toString(code));
            }
        }

        /// The transferor's own call ends.
        private void left() {
            if (dialog.ended() != 0 && scene.time(dialog.ended()) >= referral.time()) {
                draft.proof(dialog.ended(), "transferor-released");
            }
        }

        private String asker() {
            return Sides.name(scene, dialog, isAskedByCaller());
        }

        private String asked() {
            return Sides.name(scene, dialog, !isAskedByCaller());
        }

        private boolean isAskedByCaller() {
            Sighting s = referral.refer().sighting();
            if (referral.refer().isWithinDialog()) {
                return s.fromTag() == dialog.callerTag();
            }
            return Scene.name(s.from()).equals(Sides.name(scene, dialog, true));
        }

        /// The other party of the transferor's second call.
        private String other(CallDialog consulted) {
            String self = asker();
            if (Sides.name(scene, consulted, true).equals(self)) {
                return Sides.name(scene, consulted, false);
            }
            if (Sides.name(scene, consulted, false).equals(self)) {
                return Sides.name(scene, consulted, true);
            }
            boolean caller = Sides.node(consulted, true) == Sides.node(dialog, isAskedByCaller());
            return Sides.name(scene, consulted, !caller);
        }

        /// The transferor called the target before and hung up while it rang.
        private boolean wasTried() {
            for (Leg leg : scene.legs()) {
                Request before = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
                if (before != null
                        && before.time() < referral.time()
                        && before.time() > confirmedAt()
                        && !before.isAccepted()
                        && Scene.name(leg.from()).equals(asker())
                        && Sides.isSame(leg.to(), referral.target())) {
                    return true;
                }
            }
            return false;
        }
    }
}
