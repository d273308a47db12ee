package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.Thresholds;
import io.callogram.analyzer.sip.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One INVITE that goes to somebody else than who was called before.
///
/// @param branch the INVITE that goes on
/// @param failed the one that did not reach who was dialled; null when it was never sent
/// @param by who has the call forwarded
/// @param to whom it goes
/// @param proof why the INVITE is known to be forwarded
/// @param count diversions so far
/// @param announced the 181 that the caller got
record Forwarded(
        Branch branch,
        @Nullable Branch failed,
        FlowKind kind,
        Confidence confidence,
        Address by,
        Address to,
        String reason,
        String proof,
        int count,
        @Nullable CallMessage announced,
        String decidedBy) {

    static @Nullable Forwarded of(Scene scene, List<Branch> branches, int index) {
        Branch branch = branches.get(index);
        Branch failed = failedBefore(scene, branches, index);
        CallMessage announced = announced(scene, branch, failed);
        Diversion said = said(branch, failed);
        if (said != null && said.kind() != null) {
            Address to = dialled(scene, branch);
            return new Forwarded(
                    branch,
                    failed,
                    said.kind(),
                    Confidence.HIGH,
                    said.by(),
                    to,
                    said.reason(),
                    said.proof(),
                    said.count(),
                    announced,
                    decidedBy(scene, branch, failed));
        }
        return new Structure(scene, branches, branch, failed, announced).forwarded();
    }

    /// What the INVITE says, unless it only repeats what it said a hop earlier; or the redirection
    /// that it follows.
    private static @Nullable Diversion said(Branch branch, @Nullable Branch failed) {
        Diversion said = Diversion.of(branch.invite().seen().sighting());
        Hop upstream = branch.hop().upstream();
        CallMessage before = upstream == null ? null : upstream.request();
        if (said != null && before != null) {
            Diversion earlier = Diversion.of(before.seen().sighting());
            if (earlier != null && earlier.count() == said.count()) {
                return null;
            }
        }
        CallMessage moved = failed == null || !failed.isRedirected() ? null : failed.hop().answer();
        return said == null && moved != null ? Diversion.of(moved.seen().sighting()) : said;
    }

    /// The last branch from the same node that had failed, or was being cancelled, just before.
    private static @Nullable Branch failedBefore(Scene scene, List<Branch> branches, int index) {
        Branch branch = branches.get(index);
        for (int i = index - 1; i >= 0; i--) {
            Branch earlier = branches.get(i);
            if (earlier.isSibling(branch) && precedes(earlier, branch, scene.thresholds())) {
                return earlier;
            }
        }
        return null;
    }

    private static boolean precedes(Branch failed, Branch next, Thresholds limits) {
        CallMessage answer = failed.hop().answer();
        CallMessage cancel = failed.hop().cancel();
        if (cancel != null && !Reasons.isAnsweredElsewhere(cancel)) {
            long gap = next.time() - cancel.seen().time();
            // Some servers ask the next before they cancel; a fork asks both at once.
            boolean early = gap < 0 && next.time() - failed.time() <= limits.forwardBefore();
            return gap >= -limits.forwardBefore() && gap <= limits.forwardAfter() && !early;
        }
        if (answer == null) {
            return isSilent(failed, next, limits);
        }
        if (failed.status() < 300) {
            return false;
        }
        long gap = next.time() - answer.seen().time();
        long window = failed.isRedirected() ? limits.challengeRetry() : limits.forwardAfter();
        return gap >= 0 && gap <= window && failed.status() != 401 && failed.status() != 407;
    }

    /// Asked again and again without a word, until the next was asked.
    private static boolean isSilent(Branch failed, Branch next, Thresholds limits) {
        return failed.hop().provisionals().isEmpty()
                && !failed.invite().repeats().isEmpty()
                && next.time() - failed.time() > limits.forwardBefore();
    }

    /// 181 at the caller, between the attempt and this one, or with it.
    private static @Nullable CallMessage announced(
            Scene scene, Branch branch, @Nullable Branch failed) {
        Request first = scene.attempt(scene.head(branch.request().leg()));
        if (first == null) {
            return null;
        }
        for (CallMessage m : first.origin().provisionals()) {
            boolean after = failed == null || m.number() > failed.number();
            boolean with = m.seen().time() <= branch.time() + scene.thresholds().forwardAfter();
            if (m.seen().sighting().status() == 181 && after && with) {
                return m;
            }
        }
        return null;
    }

    /// Whom the INVITE is for: the user that its Request-URI names.
    static Address dialled(Scene scene, Branch branch) {
        Address target = branch.target();
        Address to = branch.invite().seen().sighting().to();
        boolean same = Branch.isSameUser(target, to);
        return same || target.user().isEmpty() ? to : target;
    }

    static String decidedBy(Scene scene, Branch branch, @Nullable Branch failed) {
        if (failed != null && failed.isRedirected()) {
            return scene.node(failed.hop().serverNode());
        }
        return scene.node(branch.hop().clientNode());
    }

    /// When it was clear that who was dialled would not answer.
    long failedAt() {
        if (failed == null) {
            return -1;
        }
        CallMessage cancel = failed.hop().cancel();
        CallMessage end = cancel == null ? failed.hop().answer() : cancel;
        return end == null ? -1 : end.seen().time();
    }
}
