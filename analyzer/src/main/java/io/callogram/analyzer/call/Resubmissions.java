package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The same attempt under a new Call-ID: a challenge answered, a redirection followed (RFC 3261
/// §8.1.3.4 and §8.1.3.5 want the old one, not everybody does).
final class Resubmissions {

    private static final long PATIENCE = 32_000_000_000L;

    /// Attempts of one caller to look back over.
    private static final int LOOK_BACK = 16;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Recent callers = new Recent(0);

    Resubmissions(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        if (!isAnyRefused()) {
            return;
        }
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i]) && !legs[i].callers().isEmpty()) {
                repeated(i, callers.put(Keys.bucketKey(legs[i].callers().getFirst()), i));
            }
        }
    }

    private boolean isAnyRefused() {
        for (LegSummary leg : legs) {
            if (Kinds.isInvite(leg) && isRefused(leg)) {
                return true;
            }
        }
        return false;
    }

    private void repeated(int leg, int newest) {
        int at = newest;
        for (int i = 0; at != 0 && i < LOOK_BACK; i++, at = callers.older(at)) {
            int earlier = callers.leg(at);
            if (isRepeated(legs[earlier], legs[leg])) {
                int status = legs[earlier].milestones().status();
                List<Ground> again = Ground.alone("re-submission", status);
                ties.tie(earlier, leg, "re-submission", again, 100);
                return;
            }
        }
    }

    /// And told what to change.
    private static boolean isRefused(LegSummary leg) {
        return leg.milestones().answered() < 0
                && leg.milestones().refused() >= 0
                && Retry.isAsked(leg.milestones().status());
    }

    private static boolean isRepeated(LegSummary earlier, LegSummary later) {
        long refused = earlier.milestones().refused();
        long since = later.milestones().start() - refused;
        return isRefused(earlier)
                && since >= 0
                && since <= PATIENCE
                && !later.startUnseen()
                && earlier.source().address().equals(later.source().address())
                && (isDialledAgain(earlier, later) || isFollowed(earlier.redirection(), later));
    }

    private static boolean isDialledAgain(LegSummary earlier, LegSummary later) {
        for (String user : later.called()) {
            if (ExplicitLinks.isAmong(user, earlier.called())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFollowed(@Nullable Address contact, LegSummary later) {
        Address target = later.target();
        return contact != null
                && target != null
                && contact.host().equals(target.host())
                && contact.user().equals(target.user());
    }
}
