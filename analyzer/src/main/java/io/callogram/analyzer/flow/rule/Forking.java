package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One INVITE sent to several (RFC 3261 §16.6): at once, or one contact of a user after the other;
/// by a B2BUA as several legs. After a server that is down it is a failover; after a user who does
/// not answer, to another user, it is a forwarding and not told here.
final class Forking implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.INVITE)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (int leg = 1; leg <= scene.legs().size(); leg++) {
            List<Request> attempts = scene.attempts(leg);
            for (int i = 0; i < attempts.size(); i++) {
                Request attempt = attempts.get(i);
                if (attempt.method() == Method.INVITE && attempt.hops().size() > 1) {
                    branched(scene, attempt, flows);
                } else if (attempt.method() == Method.INVITE && scene.head(leg) == leg) {
                    oneBranch(scene, attempt, flows);
                }
            }
            for (int i = 1; i < attempts.size(); i++) {
                elsewhere(scene, attempts.get(i - 1), attempts.get(i), flows);
            }
        }
        if (scene.legs().size() > 2) {
            ringGroup(scene, flows);
        }
        return flows;
    }

    /// Of a fork only the branch that lost was captured: its CANCEL says so (RFC 3326).
    private static void oneBranch(Scene scene, Request invite, List<Flow> flows) {
        CallMessage cancel = invite.cancel();
        if (cancel != null && isElsewhere(cancel)) {
            flows.add(
                    new Draft(scene, FlowKind.FORK)
                            .role("A", scene.caller(invite.leg()))
                            .role("B", scene.callee(invite.leg()))
                            .attribute("answeredElsewhere", true)
                            .proof(invite.sent(), "branch")
                            .proof(cancel, "cancelled-elsewhere")
                            .proof(invite.answer(), "branch-failed")
                            .atMost(Confidence.MEDIUM)
                            .flow());
        }
    }

    private static void branched(Scene scene, Request invite, List<Flow> flows) {
        List<Hop> hops = invite.hops();
        for (int i = 0; i < hops.size(); i++) {
            List<Hop> branches = isFirstOfNode(hops, i) ? branches(hops, i) : List.of();
            Flow flow = branches.size() > 1 ? fork(scene, invite, branches) : null;
            if (flow != null) {
                flows.add(flow);
                return;
            }
        }
    }

    private static boolean isFirstOfNode(List<Hop> hops, int at) {
        for (int i = 0; i < at; i++) {
            if (isSameFork(hops.get(i), hops.get(at))) {
                return false;
            }
        }
        return hops.get(at).request() != null;
    }

    /// The hop with those that fork from where it does; nothing when there are none.
    private static List<Hop> branches(List<Hop> hops, int first) {
        List<Hop> branches = List.of();
        for (int i = first + 1; i < hops.size(); i++) {
            if (hops.get(i).request() != null && isSameFork(hops.get(first), hops.get(i))) {
                if (branches.isEmpty()) {
                    branches = new ArrayList<>(2);
                    branches.add(hops.get(first));
                }
                branches.add(hops.get(i));
            }
        }
        return branches;
    }

    private static boolean isSameFork(Hop one, Hop other) {
        return one.clientNode() == other.clientNode()
                && number(one.upstream()) == number(other.upstream());
    }

    private static int number(@Nullable Hop hop) {
        return hop == null ? 0 : hop.number();
    }

    private static @Nullable Flow fork(Scene scene, Request invite, List<Hop> branches) {
        boolean parallel = false;
        boolean failover = true;
        for (int i = 1; i < branches.size(); i++) {
            Hop before = branches.get(i - 1);
            Hop next = branches.get(i);
            boolean same = isSameTarget(before, next) || areContacts(invite, before, next);
            boolean after = isAfter(scene, before, next);
            if (after && (!same || isForwarded(invite, next))) {
                return null; // forwarded, or redirected
            }
            parallel |= !after;
            failover &= after && same && isDown(before);
        }
        FlowKind kind = failover ? FlowKind.FAILOVER : FlowKind.FORK;
        Draft draft = new Draft(scene, kind);
        draft.role("A", scene.caller(scene.head(invite.leg())))
                .role("B", scene.callee(scene.head(invite.leg())))
                .role("P", scene.node(branches.getFirst().clientNode()));
        if (!failover) {
            draft.attribute("mode", parallel ? "parallel" : "sequential");
        }
        draft.attribute("branches", Integer.toString(branches.size()));
        results(scene, draft, branches);
        return draft.flow();
    }

    private static void results(Scene scene, Draft draft, List<Hop> branches) {
        for (int i = 0; i < branches.size(); i++) {
            Hop branch = branches.get(i);
            draft.proof(branch.request(), "branch");
            CallMessage answer = branch.answer();
            CallMessage cancel = branch.cancel();
            if (cancel != null) {
                draft.proof(cancel, isElsewhere(cancel) ? "cancelled-elsewhere" : "cancelled");
            }
            draft.proof(answer, branch.isAccepted() ? "branch-answered" : "branch-failed");
            int status = branch.status();
            draft.attribute(
                    "branch" + (i + 1),
                    scene.node(branch.serverNode()) + " " + (status == 0 ? "-" : status));
        }
    }

    private static boolean isElsewhere(CallMessage cancel) {
        String reason = cancel.seen().sighting().first(Mark.REASON);
        return reason != null && reason.contains("cause=200");
    }

    /// The later branch began when the earlier was over, or was being cancelled.
    private static boolean isAfter(Scene scene, Hop before, Hop next) {
        CallMessage answer = before.answer();
        CallMessage cancel = before.cancel();
        CallMessage begun = next.request();
        if (begun == null) {
            return false;
        }
        long time = begun.seen().time();
        boolean over = answer != null && answer.seen().time() <= time;
        boolean given =
                cancel != null
                        && !isElsewhere(cancel)
                        && cancel.seen().time() <= time + scene.thresholds().forwardBefore();
        return over || given || isSilent(scene, before, time);
    }

    /// Never answered at all, and the next one came later than one hop takes.
    private static boolean isSilent(Scene scene, Hop before, long time) {
        CallMessage request = before.request();
        return before.provisionals().isEmpty()
                && before.answer() == null
                && request != null
                && time - request.seen().time() >= scene.thresholds().b2buaLeg();
    }

    /// The server of that branch, not the user, is what failed.
    private static boolean isDown(Hop branch) {
        int status = branch.status();
        boolean silent = branch.provisionals().isEmpty();
        return status == 503 || status == 500 || (silent && (status == 0 || status == 408));
    }

    private static boolean isSameTarget(Hop one, Hop other) {
        Address a = target(one);
        Address b = target(other);
        return a != null && b != null && Sides.isSame(a, b);
    }

    /// The caller was told so.
    private static boolean isForwarded(Request invite, Hop next) {
        CallMessage told = invite.provisional(181);
        CallMessage begun = next.request();
        return told != null && begun != null && told.number() < begun.number();
    }

    /// Both are contacts of whoever was dialled, under names that begin with hers.
    private static boolean areContacts(Request invite, Hop one, Hop other) {
        String dialled = invite.sighting().to().user();
        return isContactOf(dialled, target(one)) && isContactOf(dialled, target(other));
    }

    private static boolean isContactOf(String dialled, @Nullable Address target) {
        if (target == null || dialled.isEmpty() || !target.user().startsWith(dialled)) {
            return false;
        }
        String user = target.user();
        return user.length() == dialled.length()
                || !Character.isLetterOrDigit(user.charAt(dialled.length()));
    }

    private static @Nullable Address target(Hop hop) {
        CallMessage request = hop.request();
        return request == null ? null : request.seen().sighting().requestUri();
    }

    /// The caller's own user agent tries another server (RFC 3263 §4.3).
    private static void elsewhere(Scene scene, Request before, Request next, List<Flow> flows) {
        Hop one = before.origin();
        Hop other = next.origin();
        if (one.request() == null || other.request() == null || !isDown(one)) {
            return;
        }
        if (one.serverNode() != other.serverNode() && isSameTarget(one, other)) {
            Sighting s = next.sighting();
            flows.add(
                    new Draft(scene, FlowKind.FAILOVER)
                            .role("A", Scene.name(s.from()))
                            .role("B", Scene.name(s.to()))
                            .proof(one.request(), "first-server")
                            .proof(one.answer(), "server-failed")
                            .proof(other.request(), "next-server")
                            .proof(other.answer(), "result")
                            .flow());
        }
    }

    /// Several legs of a B2BUA for one that came in, ringing at the same time.
    private static void ringGroup(Scene scene, List<Flow> flows) {
        for (Leg in : scene.legs()) {
            List<Request> out = new ArrayList<>(2);
            Request before = null;
            for (Leg leg : scene.legs()) {
                boolean beyond =
                        leg.number() != in.number()
                                && scene.head(leg.number()) == in.number()
                                && !RingbackTone.isToneServer(leg);
                Request invite = beyond ? scene.attempt(leg.number()) : null;
                if (invite != null && before != null && isNext(scene, before, invite)) {
                    elsewhere(scene, before, invite, flows);
                }
                if (invite != null && (out.isEmpty() || isBeside(out.getFirst(), invite))) {
                    out.add(invite);
                }
                before = invite == null ? before : invite;
            }
            if (out.size() > 1 && isTogether(scene, out)) {
                flows.add(group(scene, in, out));
            }
        }
    }

    /// From the same B2BUA, when the one before had failed.
    private static boolean isNext(Scene scene, Request before, Request next) {
        return before.origin().clientNode() == next.origin().clientNode()
                && isAfter(scene, before.origin(), next.origin());
    }

    /// From the same B2BUA, to somebody else.
    private static boolean isBeside(Request one, Request other) {
        return one.origin().clientNode() == other.origin().clientNode()
                && !isSameTarget(one.origin(), other.origin());
    }

    private static Flow group(Scene scene, Leg in, List<Request> out) {
        Draft draft = new Draft(scene, FlowKind.RING_GROUP);
        draft.role("A", scene.caller(in.number())).role("B", scene.callee(in.number()));
        draft.attribute("branches", Integer.toString(out.size()));
        for (Request invite : out) {
            draft.proof(invite.sent(), "branch")
                    .proof(
                            invite.answer(),
                            invite.isAccepted() ? "branch-answered" : "branch-failed");
        }
        return draft.flow();
    }

    /// Each began while the one before it was undecided.
    private static boolean isTogether(Scene scene, List<Request> out) {
        for (int i = 1; i < out.size(); i++) {
            if (isAfter(scene, out.get(i - 1).origin(), out.get(i).origin())) {
                return false;
            }
        }
        return true;
    }
}
