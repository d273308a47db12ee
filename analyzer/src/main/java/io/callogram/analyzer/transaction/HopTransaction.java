package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import org.jspecify.annotations.Nullable;

/// One live hop transaction.
///
/// @param endToEnd number of the end-to-end transaction that this is a hop of
/// @param upstream hop transaction that this one forwards, or 0
/// @param method INVITE, or ACK for the ACK to a 2xx
/// @param first its request, or its first response when the request was not captured
/// @param heard its distinct messages, newest first
public record HopTransaction(
        int id,
        int endToEnd,
        int upstream,
        Method method,
        Seen first,
        Heard heard,
        TransactionState state) {

    /// Bounds the search for the original of a repeated message.
    private static final int REMEMBERED = 16;

    /// Messages of a transaction, sharing their tail with earlier states.
    public record Heard(Seen seen, @Nullable Heard before) {}

    HopTransaction hearing(Seen seen, TransactionState next) {
        return new HopTransaction(
                id, endToEnd, upstream, method, first, new Heard(seen, heard), next);
    }

    boolean atOrigin() {
        return upstream == 0;
    }

    /// Client side: who sends the request.
    Endpoint client() {
        return first.sighting().isRequest()
                ? first.sighting().where().from()
                : first.sighting().where().to();
    }

    Endpoint server() {
        return first.sighting().isRequest()
                ? first.sighting().where().to()
                : first.sighting().where().from();
    }

    /// RFC 3261 §17.1.3 and §17.2.3: branch, sent-by and method, where branches are unique; else
    /// the fields that RFC 2543 compared. The CSeq number is compared in both, for user agents that
    /// use one branch for ever.
    boolean isBranchOf(Sighting s) {
        Sighting mine = first.sighting();
        return mine.branch() == s.branch()
                && mine.cseq() == s.cseq()
                && (mine.magic() ? mine.sentBy() == s.sentBy() : matchesAsRfc2543(mine, s));
    }

    private static boolean matchesAsRfc2543(Sighting mine, Sighting s) {
        return mine.sentBy() == s.sentBy()
                && mine.fromTag() == s.fromTag()
                && (mine.uriKey() == 0 || s.uriKey() == 0 || mine.uriKey() == s.uriKey());
    }

    /// The same two hosts, in the direction that fits: a message with the same branch between
    /// others is the same request on another hop (a middlebox that leaves Via alone).
    boolean isBetween(Sighting s) {
        Where mine = first.sighting().where();
        Where its = s.where();
        return first.sighting().isRequest() == s.isRequest()
                ? isOneHost(mine.from(), its.from()) && isOneHost(mine.to(), its.to())
                : isOneHost(mine.from(), its.to()) && isOneHost(mine.to(), its.from());
    }

    private static boolean isOneHost(Endpoint a, Endpoint b) {
        return a.address().equals(b.address());
    }

    /// Whether the request is the same end to end: From tag, CSeq, method, and the To tag of a
    /// request within a dialog.
    boolean isHopOf(Sighting s, Method asked) {
        Sighting mine = first.sighting();
        return method == asked
                && mine.cseq() == s.cseq()
                && mine.fromTag() == s.fromTag()
                && (!mine.isRequest() || !s.isRequest() || mine.toTag() == s.toTag());
    }

    /// The earlier message that this one repeats, or null.
    @Nullable Seen original(Seen seen) {
        Heard at = heard;
        for (int i = 0; at != null && i < REMEMBERED; i++, at = at.before()) {
            if (Repetition.isRepeated(at.seen(), seen)) {
                return at.seen();
            }
        }
        return null;
    }
}
