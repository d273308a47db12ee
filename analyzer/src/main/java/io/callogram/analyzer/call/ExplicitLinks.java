package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import java.util.Locale;

/// Links that messages state: they hold over any distance in time, and score 100.
final class ExplicitLinks {

    private static final int SURE = 100;

    /// How long the recipient of a REFER may take to call.
    private static final long REFERRED = 10_000_000_000L;

    /// The same where the call itself says by whom it was referred.
    private static final long REFERRED_BY = 180_000_000_000L;

    /// A value that more legs than this share names no call.
    private static final int COMMON = 32;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Shelf<String> callIds = new Shelf<>();
    private final Shelf<String> shared = new Shelf<>();
    private final Shelf<String> targets = new Shelf<>();

    /// Legs by the Call-ID that their Replaces names.
    private final Shelf<String> replacing = new Shelf<>();

    ExplicitLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            callIds.put(legs[i].callId(), i);
            if (Kinds.isInvite(legs[i])) {
                shelve(i);
            }
        }
        for (int i = 0; i < legs.length; i++) {
            sameCallId(i);
            for (Claim claim : legs[i].claims()) {
                switch (claim) {
                    case Claim.Names names -> named(i, names);
                    case Claim.Shares shares -> shared(i, shares);
                    case Claim.Refers refers -> referred(i, refers);
                    case Claim.ReferredBy _, Claim.Correlated _ -> {}
                }
            }
        }
    }

    private void shelve(int leg) {
        for (String user : legs[leg].called()) {
            targets.put(Keys.bucket(user), leg);
        }
        for (Claim claim : legs[leg].claims()) {
            if (claim instanceof Claim.Shares(var kind, var value)) {
                shared.put(kind + ' ' + value, leg);
            }
            if (claim instanceof Claim.Names names && names.kind().equals("replaces")) {
                replacing.put(names.callId(), leg);
            }
        }
    }

    /// A B2BUA that keeps the Call-ID changes the From tag; a tester that uses it again has ended
    /// the call before.
    private void sameCallId(int leg) {
        LegSummary later = legs[leg];
        if (!Kinds.isInvite(later)
                || later.callId().isEmpty()
                || callIds.size(later.callId()) > COMMON) {
            return;
        }
        for (int other : callIds.of(later.callId())) {
            LegSummary earlier = legs[other];
            if (other < leg
                    && Kinds.isInvite(earlier)
                    && earlier.tag() != later.tag()
                    && later.milestones().start() <= earlier.over()) {
                List<Ground> same = Ground.alone("same-call-id", later.callId());
                ties.tie(other, leg, "call-id", same, SURE);
                return;
            }
        }
    }

    private void named(int leg, Claim.Names names) {
        for (int other : callIds.of(names.callId())) {
            if (other != leg && hasDialog(legs[other], names)) {
                List<Ground> named = Ground.alone(names.kind(), names.written());
                ties.tie(leg, other, names.kind(), named, SURE);
                return;
            }
        }
        if (names.kind().equals("consult")) {
            consulted(leg, names);
        }
    }

    /// A REFER and the INVITE that it asked for name one dialog which was not captured itself.
    private void consulted(int leg, Claim.Names names) {
        for (int other : replacing.of(names.callId())) {
            for (Claim claim : legs[other].claims()) {
                if (other != leg && claim instanceof Claim.Names same && isSame(names, same)) {
                    List<Ground> both = Ground.alone("both-name", names.callId());
                    ties.tie(leg, other, "refer", both, SURE);
                    return;
                }
            }
        }
    }

    private static boolean isSame(Claim.Names one, Claim.Names other) {
        return one.callId().equals(other.callId())
                && ((one.oneTag() == other.oneTag() && one.otherTag() == other.otherTag())
                        || (one.oneTag() == other.otherTag() && one.otherTag() == other.oneTag()));
    }

    /// Tags in either order. The caller's alone is enough: the other may not have been captured,
    /// and a dialog that never was is still what was meant.
    private static boolean hasDialog(LegSummary leg, Claim.Names names) {
        for (LegSummary.Party party : leg.dialogs()) {
            if (party.hasTags(names.oneTag(), names.otherTag())) {
                return true;
            }
        }
        return names.oneTag() == leg.tag() || names.otherTag() == leg.tag();
    }

    private void shared(int leg, Claim.Shares claim) {
        String key = claim.kind() + ' ' + claim.value();
        if (shared.size(key) > 1 && shared.size(key) <= COMMON) {
            int first = shared.at(key, 0);
            if (first < leg && Kinds.isInvite(legs[leg])) {
                List<Ground> both = Ground.alone(claim.kind(), claim.value());
                ties.tie(first, leg, claim.kind(), both, SURE);
            }
        }
        if (claim.kind().equals("header") && callIds.size(claim.value()) == 1) {
            int other = callIds.at(claim.value(), 0);
            List<Ground> named = Ground.alone("header-names", claim.value());
            ties.tie(leg, other, "header", named, SURE);
        }
    }

    /// The first INVITE to the Refer-To target that comes from where the REFER went, or says that
    /// the sender of the REFER is behind it.
    private void referred(int leg, Claim.Refers claim) {
        String user = Keys.user(claim.target());
        String key = Keys.bucket(user.isEmpty() ? claim.target().host() : user);
        for (int at = after(key, claim.time()); at < targets.size(key); at++) {
            int other = targets.at(key, at);
            LegSummary invited = legs[other];
            long since = invited.milestones().start() - claim.time();
            if (since > REFERRED_BY) {
                return;
            }
            boolean sender =
                    since <= REFERRED
                            && invited.source().address().equals(claim.recipient().address());
            if (other != leg
                    && isCalled(invited, claim.target(), user)
                    && (sender || isReferredBy(invited, leg))) {
                String length = String.format(Locale.ROOT, "%.1f", since / 1e9);
                String target = user.isEmpty() ? claim.target().host() : user;
                List<Ground> after = Ground.alone(claim.kind(), target, length);
                ties.tie(leg, other, claim.kind(), after, SURE);
                return;
            }
        }
    }

    /// Index of the first leg on the shelf that starts then or later.
    private int after(String key, long time) {
        int low = 0;
        int high = targets.size(key);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (legs[targets.at(key, middle)].milestones().start() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isCalled(LegSummary leg, Address target, String user) {
        if (leg.method() != Method.INVITE) {
            return false;
        }
        for (String called : leg.called()) {
            if (Keys.sameUser(called, user)) {
                return true;
            }
        }
        return user.isEmpty() && leg.target() != null && leg.target().host().equals(target.host());
    }

    private boolean isReferredBy(LegSummary invited, int leg) {
        for (Claim claim : invited.claims()) {
            if (claim instanceof Claim.ReferredBy(var user)
                    && (isAmong(user, legs[leg].callers()) || isAmong(user, legs[leg].called()))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAmong(String user, Iterable<String> users) {
        for (String other : users) {
            if (Keys.sameUser(user, other)) {
                return true;
            }
        }
        return false;
    }
}
