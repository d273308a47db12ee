package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Endpoint;

/// Which hop a hop forwards (RFC 3261 §16.6): the request entered the node that now sends it on.
final class Upstream {

    /// Nothing but the end-to-end transaction joins the two.
    private static final int ANYWHERE = 1;

    private Upstream() {}

    /// Number of the hop transaction that the request forwards, 0 at its origin.
    static int of(Transactions all, Sighting s, Method method, int endToEnd) {
        int best = 0;
        int strength = 0;
        boolean began = false;
        Endpoint sender = sender(s);
        for (int i = all.size() - 1; i >= 0; i--) {
            HopTransaction t = all.at(i);
            if (t.endToEnd() == endToEnd && t.method() == method) {
                began |= t.upstream() == 0 && t.client().equals(sender);
                int found = strength(t, s);
                if (found > strength) {
                    strength = found;
                    best = t.id();
                }
            }
        }
        // Who began it sends on nothing: a second ACK for a repeated 2xx is its own (§13.2.2.4).
        return began && strength <= ANYWHERE ? 0 : best;
    }

    private static Endpoint sender(Sighting s) {
        return s.isRequest() ? s.where().from() : s.where().to();
    }

    private static int strength(HopTransaction t, Sighting s) {
        Sighting earlier = t.first().sighting();
        Endpoint sender = sender(s);
        if (t.client().equals(sender)) {
            // Two requests from one node are branches of a fork, not hops of each other; unless it
            // is
            // a spiral, which comes back with more Vias than it went out with.
            return t.server().equals(sender) && earlier.vias() < s.vias() ? 3 : 0;
        }
        boolean older = earlier.vias() < s.vias();
        if (t.server().equals(sender)) {
            return older ? 6 : 5;
        }
        if (t.server().address().equals(sender.address())) {
            return older ? 4 : 3;
        }
        if (earlier.bottomVia() == s.bottomVia()) {
            return older ? 2 : 0;
        }
        // Topology hiding replaces every Via and answers on another network's address.
        return ANYWHERE;
    }
}
