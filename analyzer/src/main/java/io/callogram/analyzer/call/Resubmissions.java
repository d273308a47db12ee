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
    private final Shelf<String> callers = new Shelf<>();

    Resubmissions(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            if (!Kinds.isInvite(legs[i]) || legs[i].callers().isEmpty()) {
                continue;
            }
            String key = Keys.bucket(legs[i].callers().getFirst());
            int size = callers.size(key);
            for (int back = size - 1; back >= Math.max(0, size - LOOK_BACK); back--) {
                int earlier = callers.at(key, back);
                if (isRepeated(legs[earlier], legs[i])) {
                    int status = legs[earlier].milestones().status();
                    List<Ground> again = Ground.alone("re-submission", status);
                    ties.tie(earlier, i, "re-submission", again, 100);
                    break;
                }
            }
            callers.put(key, i);
        }
    }

    private static boolean isRepeated(LegSummary earlier, LegSummary later) {
        long refused = earlier.milestones().refused();
        long since = later.milestones().start() - refused;
        return earlier.milestones().answered() < 0
                && refused >= 0
                && since >= 0
                && since <= PATIENCE
                && !later.startUnseen()
                && Retry.isAsked(earlier.milestones().status())
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
