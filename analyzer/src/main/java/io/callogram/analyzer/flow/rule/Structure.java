package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A forwarding that no header field tells of: who was dialled was tried in vain, or was not tried
/// at all while the caller is told of a forwarding.
///
/// @param failed the branch that failed before, or null
record Structure(
        Scene scene,
        List<Branch> branches,
        Branch branch,
        @Nullable Branch failed,
        @Nullable CallMessage announced) {

    @Nullable Forwarded forwarded() {
        Address dialled = scene.leg(branch.root()).to();
        Address target = branch.target();
        boolean said = failed != null && announced != null;
        boolean sameUser = Branch.isSameUser(target, dialled);
        if (target.user().isEmpty() || (sameUser && !said)) {
            return null;
        }
        if (failed == null) {
            return neverTried(dialled);
        }
        // Between contacts of one user, or with names of their own, only a 181 tells a forwarding
        // from a fork.
        boolean tried = Branch.isSameUser(failed.target(), dialled);
        boolean another =
                !Branch.isSameUser(target, failed.target())
                        || (said && !target.host().equals(failed.target().host()));
        if (!another || (!tried && !said) || isHunt(dialled)) {
            return null;
        }
        Cause cause = cause(failed);
        return cause == null ? null : of(cause.kind, sure(cause), dialled, cause.reason);
    }

    private Forwarded of(FlowKind kind, Confidence confidence, Address by, String reason) {
        return new Forwarded(
                branch,
                failed,
                kind,
                confidence,
                by,
                Forwarded.dialled(scene, branch),
                reason,
                failed != null && failed.isRedirected() ? "invite-to-contact" : "invite-elsewhere",
                1,
                announced,
                Forwarded.decidedBy(scene, branch, failed));
    }

    /// A changed Request-URI alone is routing; with a 181, and nobody tried before, it is not.
    private @Nullable Forwarded neverTried(Address dialled) {
        if (announced == null || branch.isCallers(scene)) {
            return null;
        }
        for (Branch other : branches) {
            if (other.isSibling(branch) && other.number() != branch.number()) {
                return null;
            }
        }
        return of(FlowKind.FORWARD_UNCONDITIONAL, Confidence.HIGH, dialled, "unconditional");
    }

    private Branch first() {
        for (Branch other : branches) {
            if (other.root() == branch.root()) {
                return other;
            }
        }
        return branch;
    }

    /// More than one other user is tried: a hunt group or a queue.
    private boolean isHunt(Address dialled) {
        int others = 0;
        for (Branch other : branches) {
            boolean elsewhere =
                    other.isSibling(branch) && !Branch.isSameUser(other.target(), dialled);
            others += elsewhere ? 1 : 0;
        }
        return others > 1 && announced == null;
    }

    private record Cause(FlowKind kind, String reason, boolean explained) {}

    private @Nullable Cause cause(Branch failed) {
        CallMessage rang = failed.ringing();
        boolean busy = failed.hop().answer() != null && Reasons.q850(failed.hop().answer()) == 17;
        if (failed.status() == 486 || failed.status() == 600 || busy) {
            return new Cause(FlowKind.FORWARD_BUSY, "user-busy", true);
        }
        if (failed.isRedirected()) {
            return moved(failed, rang);
        }
        if (failed.hop().cancel() != null || failed.status() == 487) {
            return rang == null
                    ? new Cause(FlowKind.FORWARD_NOT_REACHABLE, "unavailable", false)
                    : new Cause(FlowKind.FORWARD_NO_ANSWER, "no-answer", true);
        }
        return switch (failed.status()) {
            case 408, 480 ->
                    rang == null
                            ? new Cause(FlowKind.FORWARD_NOT_REACHABLE, "unavailable", false)
                            : new Cause(FlowKind.FORWARD_NO_ANSWER, "no-answer", true);
            case 0, 404, 410, 430, 503 ->
                    new Cause(FlowKind.FORWARD_NOT_REACHABLE, "unavailable", false);
            default -> null;
        };
    }

    /// 302 without a reason. From behind a proxy it is the phone's doing; next to the caller it is
    /// a redirect server's (RFC 3261 §8.3).
    private @Nullable Cause moved(Branch failed, @Nullable CallMessage rang) {
        if (rang == null) {
            return failed.hop().isOrigin()
                    ? null
                    : new Cause(FlowKind.FORWARD_UNCONDITIONAL, "unconditional", true);
        }
        CallMessage answer = failed.hop().answer();
        boolean byKey =
                answer != null
                        && answer.seen().time() - rang.seen().time()
                                < scene.thresholds().deflection();
        return byKey
                ? new Cause(FlowKind.CALL_DEFLECTION, "deflection", false)
                : new Cause(FlowKind.FORWARD_NO_ANSWER, "no-answer", false);
    }

    private Confidence sure(Cause cause) {
        if (!cause.explained) {
            return Confidence.MEDIUM;
        }
        boolean sameRequest = failed != null && failed.request() == branch.request();
        boolean redirected = failed != null && failed.isRedirected();
        return sameRequest || redirected || announced != null || passesMediaThrough()
                ? Confidence.HIGH
                : Confidence.MEDIUM;
    }

    /// The B2BUA hands on what the caller described.
    private boolean passesMediaThrough() {
        SessionDescription offered = first().invite().seen().session();
        SessionDescription passed = branch.invite().seen().session();
        return offered != null && passed != null && offered.origin().equals(passed.origin());
    }
}
