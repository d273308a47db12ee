package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// The live hop transactions of one Call-ID. Immutable; those that time has ended are forgotten, so
/// it stays small however long the Call-ID is used.
public final class Transactions {

    static final Transactions NONE = new Transactions(new HopTransaction[0], 1, 1, Long.MAX_VALUE);

    private final HopTransaction[] live;
    final int nextId;
    final int nextEndToEnd;
    final long nextDeadline;

    private Transactions(HopTransaction[] live, int nextId, int nextEndToEnd, long nextDeadline) {
        this.live = live;
        this.nextId = nextId;
        this.nextEndToEnd = nextEndToEnd;
        this.nextDeadline = nextDeadline;
    }

    public int size() {
        return live.length;
    }

    /// Whether a timer may have fired by then.
    public boolean areDue(long time) {
        return time >= nextDeadline;
    }

    HopTransaction at(int index) {
        return live[index];
    }

    Transactions adding(HopTransaction added) {
        HopTransaction[] more = new HopTransaction[live.length + 1];
        System.arraycopy(live, 0, more, 0, live.length);
        more[live.length] = added;
        return new Transactions(
                more,
                Math.max(nextId, added.id() + 1),
                Math.max(nextEndToEnd, added.endToEnd() + 1),
                Math.min(nextDeadline, added.state().deadline()));
    }

    /// The earliest deadline may turn out too early when a state was left before: a needless look.
    Transactions replacing(HopTransaction changed) {
        HopTransaction[] same = live.clone();
        same[indexOf(changed.id())] = changed;
        return new Transactions(
                same, nextId, nextEndToEnd, Math.min(nextDeadline, changed.state().deadline()));
    }

    Transactions without(int id) {
        int index = indexOf(id);
        if (index < 0) {
            return this;
        }
        HopTransaction[] fewer = new HopTransaction[live.length - 1];
        System.arraycopy(live, 0, fewer, 0, index);
        System.arraycopy(live, index + 1, fewer, index, fewer.length - index);
        long earliest = Long.MAX_VALUE;
        for (HopTransaction t : fewer) {
            earliest = Math.min(earliest, t.state().deadline());
        }
        return new Transactions(fewer, nextId, nextEndToEnd, earliest);
    }

    public @Nullable HopTransaction byId(int id) {
        int index = indexOf(id);
        return index < 0 ? null : live[index];
    }

    /// They stand in order of number, because a new one gets the highest.
    private int indexOf(int id) {
        int low = 0;
        int high = live.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (live[middle].id() == id) {
                return middle;
            }
            if (live[middle].id() < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /// The transaction of this method that the message belongs to on its own hop; a response falls
    /// back to the only branch there is, for servers that answer from another address.
    @Nullable HopTransaction matching(Sighting s, Method method) {
        HopTransaction elsewhere = null;
        for (int i = live.length - 1; i >= 0; i--) {
            HopTransaction t = live[i];
            if (t.method() == method && t.isBranchOf(s)) {
                if (t.isBetween(s)) {
                    return t;
                }
                elsewhere = s.isRequest() ? null : t;
            }
        }
        return elsewhere;
    }

    /// Newest hop of the same request anywhere, or null.
    @Nullable HopTransaction hopOf(Sighting s, Method method) {
        for (int i = live.length - 1; i >= 0; i--) {
            if (live[i].isHopOf(s, method)) {
                return live[i];
            }
        }
        return null;
    }

    /// The INVITE whose failure an ACK on a branch of its own answers all the same: it has the
    /// failure's To tag. The hop between the same hosts first.
    @Nullable HopTransaction refused(Sighting ack) {
        HopTransaction elsewhere = null;
        for (int i = live.length - 1; i >= 0; i--) {
            HopTransaction t = live[i];
            if (isInviteOf(t, ack)
                    && t.state() instanceof TransactionState.Completed
                    && t.heard().seen().sighting().toTag() == ack.toTag()) {
                if (t.isBetween(ack)) {
                    return t;
                }
                elsewhere = t;
            }
        }
        return elsewhere;
    }

    /// The INVITE that an ACK to a 2xx answers: same From tag and CSeq number (RFC 3261 §13.2.2.4).
    /// The 2xx need not have been captured, but there must have been no failure instead.
    @Nullable HopTransaction invited(Sighting ack) {
        HopTransaction found = null;
        for (int i = live.length - 1; i >= 0; i--) {
            HopTransaction t = live[i];
            if (isInviteOf(t, ack)) {
                boolean accepted = t.state() instanceof TransactionState.Accepted;
                if (accepted && t.atOrigin()) {
                    return t;
                }
                boolean refused =
                        t.state() instanceof TransactionState.Completed
                                || t.state() instanceof TransactionState.Confirmed;
                found = found == null && !refused ? t : found;
            }
        }
        return found;
    }

    private static boolean isInviteOf(HopTransaction t, Sighting ack) {
        Sighting first = t.first().sighting();
        return t.method() == Method.INVITE
                && first.cseq() == ack.cseq()
                && first.fromTag() == ack.fromTag();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transactions that
                && nextId == that.nextId
                && nextEndToEnd == that.nextEndToEnd
                && java.util.Arrays.equals(live, that.live);
    }

    @Override
    public int hashCode() {
        return 31 * nextId + nextEndToEnd;
    }
}
