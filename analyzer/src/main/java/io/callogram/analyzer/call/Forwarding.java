package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;

/// Which message is which one, a hop earlier: requests go on downstream, responses come back up.
final class Forwarding {

    private static final int WINDOW = 64;

    private Forwarding() {}

    static LegMessage marked(LegMessage m, List<LegMessage> before) {
        Sighting s = m.seen().sighting();
        boolean hopByHop = s.method() == Method.CANCEL || s.status() == 100 || m.transaction() == 0;
        int of = hopByHop ? -1 : s.isRequest() ? request(m, s, before) : response(m, s, before);
        return of < 0
                ? m
                : new LegMessage(
                        m.seen(),
                        m.repeats(),
                        m.transaction(),
                        m.endToEnd(),
                        m.upstream(),
                        m.dialog(),
                        of,
                        m.stray());
    }

    private static int request(LegMessage m, Sighting s, List<LegMessage> before) {
        if (m.upstream() == 0) {
            return -1;
        }
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            if (earlier.transaction() == m.upstream()
                    && earlier.seen().sighting().isRequest()
                    && earlier.seen().sighting().method() == s.method()) {
                return i;
            }
        }
        return -1;
    }

    private static int response(LegMessage m, Sighting s, List<LegMessage> before) {
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            Sighting e = earlier.seen().sighting();
            if (earlier.upstream() == m.transaction()
                    && e.status() == s.status()
                    && e.method() == s.method()
                    && e.toTag() == s.toTag()) {
                return i;
            }
        }
        return unasked(m, s, before);
    }

    /// The same response with one Via more came to this node: enough where the requests of the two
    /// hops were not captured (RFC 3261 §16.7 step 3).
    private static int unasked(LegMessage m, Sighting s, List<LegMessage> before) {
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            Sighting e = earlier.seen().sighting();
            if (earlier.endToEnd() == m.endToEnd()
                    && e.status() == s.status()
                    && e.method() == s.method()
                    && e.toTag() == s.toTag()
                    && e.vias() == s.vias() + 1
                    && e.bottomVia() == s.bottomVia()
                    && e.where().to().equals(s.where().from())) {
                return i;
            }
        }
        return -1;
    }
}
