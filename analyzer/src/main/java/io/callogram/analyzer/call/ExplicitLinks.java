package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    private final Recent callIds;
    private final Recent shared = new Recent(0);

    /// Legs by the Call-ID that their Replaces names.
    private final Recent replacing = new Recent(0);

    /// Legs by whom they call: only made when a REFER asks.
    private @Nullable Recent targets;

    ExplicitLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
        this.callIds = new Recent(legs.length);
    }

    void find() {
        long[] keys = new long[legs.length];
        for (int i = 0; i < legs.length; i++) {
            keys[i] = key(legs[i].callId());
            callIds.put(keys[i], i);
            if (Kinds.isInvite(legs[i]) && !legs[i].claims().isEmpty()) {
                shelve(i, legs[i].claims());
            }
        }
        for (int i = 0; i < legs.length; i++) {
            sameCallId(i, keys[i]);
            List<Claim> claims = legs[i].claims();
            for (int at = 0; at < claims.size(); at++) {
                switch (claims.get(at)) {
                    case Claim.Names names -> named(i, names);
                    case Claim.Shares shares -> shared(i, shares);
                    case Claim.Refers refers -> referred(i, refers);
                    case Claim.ReferredBy _, Claim.Correlated _ -> {}
                }
            }
        }
    }

    private void shelve(int leg, List<Claim> claims) {
        for (Claim claim : claims) {
            if (claim instanceof Claim.Shares shares) {
                shared.put(key(shares), leg);
            }
            if (claim instanceof Claim.Names names && names.kind().equals("replaces")) {
                replacing.put(key(names.callId()), leg);
            }
        }
    }

    private static long key(String text) {
        return Keys.of(text, 0, text.length());
    }

    private static long key(Claim.Shares claim) {
        return key(claim.kind()) * 31 + key(claim.value());
    }

    /// A B2BUA that keeps the Call-ID changes the From tag; a tester that uses it again has ended
    /// the call before.
    private void sameCallId(int leg, long key) {
        LegSummary later = legs[leg];
        boolean alone = callIds.older(callIds.newest(key)) == 0;
        if (alone || !Kinds.isInvite(later) || later.callId().isEmpty()) {
            return;
        }
        for (int other : callIds.all(key, COMMON)) {
            LegSummary earlier = legs[other];
            if (other < leg
                    && Kinds.isInvite(earlier)
                    && earlier.callId().equals(later.callId())
                    && earlier.tag() != later.tag()
                    && later.milestones().start() <= earlier.over()) {
                List<Ground> same = Ground.alone("same-call-id", later.callId());
                ties.tie(other, leg, "call-id", same, SURE);
                return;
            }
        }
    }

    private void named(int leg, Claim.Names names) {
        for (int other : callIds.all(key(names.callId()), legs.length)) {
            if (other != leg
                    && legs[other].callId().equals(names.callId())
                    && hasDialog(legs[other], names)) {
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
        for (int other : replacing.all(key(names.callId()), legs.length)) {
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
        int[] sharing = shared.all(key(claim), COMMON);
        if (sharing.length > 1 && sharing[0] < leg && Kinds.isInvite(legs[leg])) {
            List<Ground> both = Ground.alone(claim.kind(), claim.value());
            ties.tie(sharing[0], leg, claim.kind(), both, SURE);
        }
        if (claim.kind().equals("header")) {
            int[] named = callIds.all(key(claim.value()), 1);
            if (named.length == 1 && legs[named[0]].callId().equals(claim.value())) {
                List<Ground> names = Ground.alone("header-names", claim.value());
                ties.tie(leg, named[0], "header", names, SURE);
            }
        }
    }

    /// The first INVITE to the Refer-To target that comes from where the REFER went, or says that
    /// the sender of the REFER is behind it.
    private void referred(int leg, Claim.Refers claim) {
        String user = Keys.user(claim.target());
        String target = user.isEmpty() ? claim.target().host() : user;
        int[] asked = targets().all(Keys.bucketKey(target), legs.length);
        for (int at = after(asked, claim.time()); at < asked.length; at++) {
            int other = asked[at];
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
                List<Ground> after = Ground.alone(claim.kind(), target, length);
                ties.tie(leg, other, claim.kind(), after, SURE);
                return;
            }
        }
    }

    private Recent targets() {
        if (targets != null) {
            return targets;
        }
        Recent all = new Recent(legs.length);
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i])) {
                for (String user : legs[i].called()) {
                    all.put(Keys.bucketKey(user), i);
                }
            }
        }
        targets = all;
        return all;
    }

    /// Index of the first of these that starts then or later.
    private int after(int[] asked, long time) {
        int low = 0;
        int high = asked.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (legs[asked[middle]].milestones().start() < time) {
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

    static boolean isAmong(String user, List<String> users) {
        for (int i = 0; i < users.size(); i++) {
            if (Keys.sameUser(user, users.get(i))) {
                return true;
            }
        }
        return false;
    }
}
