package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;

/// Puts messages that were captured within a breath of each other in the order that the protocol
/// demands. Captures merged from several interfaces swap neighbours; times stay as captured.
final class ProtocolOrder {

    /// Within this time, order of capture proves nothing.
    private static final long BREATH = 50_000_000L;

    /// Files with several interfaces have each one's packets in runs: so far back a message of the
    /// same request may stand, unless the protocol says that the order of capture is the right one.
    private static final long RUN = 250_000_000L;

    /// Bounds the work for a flood within one Call-ID.
    private static final int WINDOW = 64;

    private ProtocolOrder() {}

    static List<Seen> of(List<Seen> group) {
        return demanded(isByTime(group) ? group : byTime(group));
    }

    private static boolean isByTime(List<Seen> group) {
        for (int i = 1; i < group.size(); i++) {
            if (isLater(group.get(i - 1), group.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Seen> byTime(List<Seen> group) {
        List<Seen> ordered = new ArrayList<>(group.size());
        for (int i = 0; i < group.size(); i++) {
            Seen coming = group.get(i);
            int to = i;
            for (int at = i - 1; at >= 0 && at >= i - WINDOW; at--) {
                Seen placed = ordered.get(at);
                long apart = Math.abs(placed.time() - coming.time());
                if (apart > RUN || (apart > BREATH && !isInRun(placed, coming))) {
                    break;
                }
                to = isLater(placed, coming) ? at : to;
            }
            ordered.add(to, coming);
        }
        return ordered;
    }

    /// The same list where the protocol demands nothing else.
    private static List<Seen> demanded(List<Seen> ordered) {
        List<Seen> moved = null;
        for (int i = 0; i < ordered.size(); i++) {
            Seen coming = ordered.get(i);
            int to = demanded(moved == null ? ordered : moved, i, coming);
            if (to < i && moved == null) {
                moved = new ArrayList<>(ordered.size());
                moved.addAll(ordered.subList(0, i));
            }
            if (moved != null) {
                moved.add(to, coming);
            }
        }
        return moved == null ? ordered : moved;
    }

    /// Where the message belongs among so many already placed.
    private static int demanded(List<Seen> placed, int size, Seen coming) {
        int to = size;
        for (int at = size - 1; at >= 0 && at >= size - WINDOW; at--) {
            Seen before = placed.get(at);
            if (Math.abs(before.time() - coming.time()) > BREATH) {
                break;
            }
            to = mustFollow(before, coming) ? at : to;
        }
        return to;
    }

    /// Both are of one request, and the one that was captured first may be the later one: else the
    /// clock was set back.
    private static boolean isInRun(Seen placed, Seen coming) {
        Sighting a = placed.sighting();
        Sighting b = coming.sighting();
        return a.cseq() == b.cseq()
                && a.fromTag() == b.fromTag()
                && a.callIdKey() == b.callIdKey()
                && !mustFollow(/* placed= */ coming, /* coming= */ placed);
    }

    private static boolean isLater(Seen placed, Seen coming) {
        return placed.time() > coming.time()
                || (placed.time() == coming.time()
                        && placed.sighting().where().position()
                                > coming.sighting().where().position());
    }

    /// Whether the message already placed can only be a consequence of the coming one.
    private static boolean mustFollow(Seen placed, Seen coming) {
        Sighting a = placed.sighting();
        Sighting b = coming.sighting();
        if (a.cseq() != b.cseq() || a.fromTag() != b.fromTag()) {
            return false;
        }
        if (b.isRequest()) {
            return a.isRequest() ? isNextHop(a, b) : isAnswerTo(a, b);
        }
        return isForwarded(a, b)
                || (a.isRequest()
                        && a.method() == Method.ACK
                        && b.method() == Method.INVITE
                        && b.isFinal()
                        && a.toTag() == b.toTag()
                        && a.where().from().equals(b.where().to())
                        && a.where().to().equals(b.where().from()));
    }

    /// To this request, or to what became of it further on; another branch of a fork proves
    /// nothing.
    private static boolean isAnswerTo(Sighting response, Sighting request) {
        if (response.method() != request.method()) {
            return false;
        }
        return response.vias() == request.vias()
                ? response.branch() == request.branch()
                : response.vias() > request.vias() && response.bottomVia() == request.bottomVia();
    }

    /// The same response one hop nearer to whoever asked. A 100 is never forwarded (§16.7).
    private static boolean isForwarded(Sighting later, Sighting earlier) {
        return !later.isRequest()
                && later.status() == earlier.status()
                && later.status() > 100
                && later.method() == earlier.method()
                && later.toTag() == earlier.toTag()
                && later.vias() < earlier.vias()
                && later.bottomVia() == earlier.bottomVia();
    }

    private static boolean isNextHop(Sighting later, Sighting earlier) {
        return later.method() == earlier.method()
                && later.toTag() == earlier.toTag()
                && later.vias() > earlier.vias()
                && later.bottomVia() == earlier.bottomVia();
    }
}
