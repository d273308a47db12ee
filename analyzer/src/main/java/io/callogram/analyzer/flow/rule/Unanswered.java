package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why the call of whoever called first was not answered: busy, nobody there, given up, refused.
final class Unanswered implements Rule {

    private static final int USER_BUSY = 17;
    private static final int NO_RESPONSE = 18;
    private static final int NO_ANSWER = 19;

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.call().result().outcome() == Outcome.ANSWERED) {
            return List.of();
        }
        Request invite = scene.attempt(scene.decisiveLeg());
        if (invite == null || invite.method() != Method.INVITE) {
            return List.of();
        }
        if (invite.sighting().first(Mark.REPLACES) != null) {
            return List.of(); // whoever refuses to take over a call is not busy
        }
        Flow flow = new Attempt(scene, invite).flow();
        return flow == null ? List.of() : List.of(flow);
    }

    /// What became of the INVITE as its sender saw it.
    private static final class Attempt {

        private final Scene scene;
        private final Request invite;
        private final @Nullable CallMessage answer;
        private final @Nullable CallMessage ringing;
        private final int status;

        Attempt(Scene scene, Request invite) {
            this.scene = scene;
            this.invite = invite;
            answer = invite.answer();
            ringing = invite.ringing();
            status = invite.status();
        }

        @Nullable Flow flow() {
            CallMessage gaveUp = gaveUp();
            int cause = answer == null ? 0 : Reasons.q850(answer);
            if (status == 486 || status == 600 || cause == USER_BUSY) {
                return busy();
            }
            if (gaveUp != null && (answer == null || gaveUp.number() < answer.number())) {
                return givenUp(gaveUp);
            }
            if (answer == null || status < 400) {
                return null;
            }
            CallMessage hangUp = status == 487 ? earlyBye(Ended.CALLEE) : null;
            boolean noAnswer = isNoAnswer(cause) || isNoAnswer(hangUp);
            if (hangUp != null && !noAnswer) {
                return hungUp(hangUp, answer);
            }
            boolean expired = status == 408 || status == 480 || status == 504 || status == 487;
            if (noAnswer || (expired && hasProgressed(answer))) {
                return timedOut(noAnswer, hangUp);
            }
            if (Unreached.silent(invite) != null) {
                return null; // who refuses only says that nobody was there
            }
            if (status == 487) {
                return draft(FlowKind.CALLER_ABANDON)
                        .proof(answer, "terminated")
                        .atMost(Confidence.MEDIUM)
                        .flow();
            }
            return isRejection() ? rejected(answer) : null;
        }

        private Draft draft(FlowKind kind) {
            int leg = scene.root(invite.leg());
            return new Draft(scene, kind)
                    .role("A", scene.caller(leg))
                    .role("B", scene.callee(leg))
                    .proof(invite.sent(), "invite")
                    .proof(ringing, "ringing")
                    .mediumUnless(invite.sent() != null);
        }

        /// The caller's CANCEL, or her BYE in the early dialog (§15).
        private @Nullable CallMessage gaveUp() {
            CallMessage cancel = invite.cancel();
            return cancel == null ? earlyBye(Ended.CALLER) : cancel;
        }

        /// The callee's BYE counts in the dialog that the final response is of.
        private @Nullable CallMessage earlyBye(Ended side) {
            if (!scene.has(Method.BYE)) {
                return null;
            }
            long tag = answer == null ? 0 : answer.seen().sighting().toTag();
            for (CallDialog d : scene.call().dialogs()) {
                if (d.leg() == invite.leg()
                        && d.confirmed() == 0
                        && d.endedBy() == side
                        && (side == Ended.CALLER || d.calleeTag() == tag)) {
                    return d.ended() == 0 ? null : scene.message(d.ended());
                }
            }
            return null;
        }

        private static boolean isNoAnswer(@Nullable CallMessage said) {
            return said != null && isNoAnswer(Reasons.q850(said));
        }

        private static boolean isNoAnswer(int cause) {
            return cause == NO_RESPONSE || cause == NO_ANSWER;
        }

        /// RFC 3261 §15 allows the callee no BYE before the answer; hers refuses all the same.
        private Flow hungUp(CallMessage bye, CallMessage terminated) {
            Draft draft =
                    draft(FlowKind.REJECTED)
                            .proof(bye, "early-bye")
                            .proof(terminated, "terminated")
                            .attribute("code", Integer.toString(status))
                            .attribute("byBye", true);
            String kind = scene.call().result().kind();
            if (kind != null) {
                draft.attribute("class", kind);
            }
            String role = scene.call().nodes().get(bye.fromNode()).role();
            if (role.equals("ua") && ringing != null) {
                draft.attribute("by", "user");
            }
            return draft.atMost(Confidence.MEDIUM).flow();
        }

        private Flow busy() {
            Draft draft = draft(FlowKind.BUSY).proof(answer, "busy");
            draft.attribute("code", Integer.toString(status));
            if (ringing != null) {
                draft.attribute("afterAlerting", true);
            }
            if (status == 600) {
                draft.attribute("everywhere", true);
            }
            return draft.mediumUnless(invite.isHeardAtOrigin()).flow();
        }

        private @Nullable Flow givenUp(CallMessage gaveUp) {
            if (Reasons.isAnsweredElsewhere(gaveUp)) {
                return null;
            }
            boolean rang = hasProgressed(gaveUp);
            boolean bye = gaveUp.seen().sighting().method() == Method.BYE;
            Draft draft =
                    draft(rang && !bye ? FlowKind.NO_ANSWER_CANCEL : FlowKind.CALLER_ABANDON)
                            .proof(gaveUp, bye ? "early-bye" : "cancel")
                            .proof(answer, status == 487 ? "terminated" : "refused");
            if (rang) {
                draft.seconds("ringSeconds", gaveUp.seen().time() - progressed());
            }
            if (bye) {
                draft.attribute("byBye", true);
            }
            // Behind a proxy nobody can tell whose CANCEL it was at first; in band, whether it
            // rang.
            boolean byCaller = invite.sighting().vias() <= 1;
            boolean quiet = rang || !heard(gaveUp, scene.thresholds().progressRing());
            return draft.mediumUnless(status == 487 && byCaller && quiet).flow();
        }

        private Flow timedOut(boolean said, @Nullable CallMessage hangUp) {
            Draft draft =
                    draft(FlowKind.NO_ANSWER_TIMEOUT)
                            .proof(hangUp, "early-bye")
                            .proof(answer, "no-answer")
                            .attribute("code", Integer.toString(status));
            if (answer != null && progressed() >= 0) {
                draft.seconds("ringSeconds", answer.seen().time() - progressed());
            }
            draft.attribute("by", scene.node(deepest().serverNode()));
            boolean certain = ringing != null && (status != 487 || (said && hangUp == null));
            return draft.mediumUnless(certain && invite.isHeardAtOrigin()).flow();
        }

        private boolean isRejection() {
            return switch (status) {
                case 408, 481, 482, 483, 487, 504 -> false;
                default -> status < 500 || status >= 600;
            };
        }

        private Flow rejected(CallMessage refusal) {
            Draft draft =
                    draft(FlowKind.REJECTED)
                            .proof(refusal, "refused")
                            .attribute("code", Integer.toString(status));
            String kind = scene.call().result().kind();
            if (kind != null) {
                draft.attribute("class", kind);
            }
            String by = by(refusal);
            if (by != null) {
                draft.attribute("by", by);
            }
            boolean quiet = status != 480 || !heard(refusal, scene.thresholds().noAnswerRing());
            return draft.mediumUnless(invite.isHeardAtOrigin() && quiet).flow();
        }

        private @Nullable String by(CallMessage refusal) {
            boolean key = status == 603 || status == 403 || status == 480;
            if (ringing != null && key) {
                return "user";
            }
            Hop last = deepest();
            CallMessage sent = last.answer() == null ? refusal : last.answer();
            Sighting s = sent.seen().sighting();
            boolean quick =
                    s.time() - last.first().seen().time() < scene.thresholds().rejectedByNetwork();
            String role = scene.call().nodes().get(last.serverNode()).role();
            boolean server = !role.equals("ua") && !role.equals("unknown");
            return server || quick || s.first(Mark.REASON) != null ? "network" : null;
        }

        /// Where the refusal was first seen.
        private Hop deepest() {
            Hop deepest = invite.origin();
            for (Hop hop : invite.hops()) {
                if (hop.status() == status) {
                    deepest = hop;
                }
            }
            return deepest;
        }

        /// 180, or other progress that lasted.
        private boolean hasProgressed(CallMessage until) {
            long since = progressed();
            return ringing != null
                    || (since >= 0
                            && until.seen().time() - since >= scene.thresholds().progressRing());
        }

        /// Early media long enough for a tone to have rung in it.
        private boolean heard(CallMessage until, long least) {
            CallMessage early = EarlyMedia.first(invite);
            return early != null && until.seen().time() - early.seen().time() >= least;
        }

        private long progressed() {
            if (ringing != null) {
                return ringing.seen().time();
            }
            for (CallMessage m : invite.origin().provisionals()) {
                int code = m.seen().sighting().status();
                if (code >= 181 && code <= 183 && m.seen().session() == null) {
                    return m.seen().time();
                }
            }
            return -1;
        }
    }
}
