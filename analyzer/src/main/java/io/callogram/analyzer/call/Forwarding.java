package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;

/// Which message is which one, a hop earlier: requests go on downstream, responses come back up.
final class Forwarding {

    private static final int WINDOW = 64;

    private Forwarding() {}

    /// Index of the message that this one forwards, or -1.
    static int of(Trail t, Sighting s, List<LegMessage> before) {
        if (s.method() == Method.CANCEL || s.status() == 100 || t.transaction() == 0) {
            return -1; // hop by hop
        }
        return s.isRequest() ? request(t, s, before) : response(t, s, before);
    }

    private static int request(Trail t, Sighting s, List<LegMessage> before) {
        if (t.upstream() == 0) {
            return -1;
        }
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            if (earlier.transaction() == t.upstream()
                    && earlier.seen().sighting().isRequest()
                    && earlier.seen().sighting().method() == s.method()) {
                return i;
            }
        }
        return -1;
    }

    private static int response(Trail t, Sighting s, List<LegMessage> before) {
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            Sighting e = earlier.seen().sighting();
            if (earlier.upstream() == t.transaction()
                    && e.status() == s.status()
                    && e.method() == s.method()
                    && e.toTag() == s.toTag()) {
                return i;
            }
        }
        return unasked(t, s, before);
    }

    /// The same response with one Via more came to this node: enough where the requests of the two
    /// hops were not captured (RFC 3261 §16.7 step 3).
    private static int unasked(Trail t, Sighting s, List<LegMessage> before) {
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - WINDOW; i--) {
            LegMessage earlier = before.get(i);
            Sighting e = earlier.seen().sighting();
            if (earlier.endToEnd() == t.endToEnd()
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
