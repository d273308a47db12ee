package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Endpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The evidence within one leg that two endpoints are one user agent: a connection from another
/// port than Contact or Via name, or the same side of a dialog that moved (a new address, a new NAT
/// binding).
final class SameAgent {

    private final NodeFold nodes;
    private final Map<Long, Endpoint> sides = new HashMap<>();
    private final Map<Integer, Endpoint> origins = new HashMap<>();
    private final Set<Long> hidden = new HashSet<>();

    private SameAgent(NodeFold nodes) {
        this.nodes = nodes;
    }

    static void of(LegFold leg, NodeFold nodes) {
        SameAgent same = new SameAgent(nodes);
        List<LegMessage> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            same.ports(messages.get(i).seen().sighting());
            same.origin(messages.get(i));
        }
        for (int i = 0; i < messages.size(); i++) {
            same.side(messages.get(i).seen().sighting());
        }
    }

    private void ports(Sighting s) {
        Endpoint from = s.where().from();
        Address contact = s.contact();
        if (contact != null && NodeFold.isAt(contact, from)) {
            nodes.same(
                    from,
                    new Endpoint(from.address(), contact.port() == 0 ? 5060 : contact.port()));
        }
        if (s.isRequest()) {
            Endpoint usual = new Endpoint(from.address(), 5060);
            if (from.port() != 5060 && s.sentBy() == Keys.of(usual.toString())) {
                nodes.same(from, usual);
            }
        }
    }

    /// Where one request leaves two places with a single Via, topology is hidden and tags tell
    /// nothing.
    private void origin(LegMessage m) {
        Sighting s = m.seen().sighting();
        if (s.isRequest() && s.vias() <= 1) {
            Endpoint other =
                    origins.putIfAbsent(m.transaction() == 0 ? 0 : m.endToEnd(), s.where().from());
            if (other != null && !other.equals(s.where().from())) {
                hidden.add(s.fromTag());
            }
        }
    }

    private void side(Sighting s) {
        if (!s.isRequest() || s.vias() > 1 || s.fromTag() == 0 || hidden.contains(s.fromTag())) {
            return;
        }
        Endpoint before = sides.putIfAbsent(s.fromTag(), s.where().from());
        if (before != null && !before.equals(s.where().from())) {
            nodes.same(before, s.where().from());
        }
    }
}
