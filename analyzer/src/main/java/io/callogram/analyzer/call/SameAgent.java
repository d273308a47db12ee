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

    private static final int SIP = 5060;

    private final NodeFold nodes;
    private final Map<Long, Endpoint> sides = new HashMap<>();
    private final Map<Integer, Endpoint> origins = new HashMap<>();
    private final Set<Long> hidden = new HashSet<>();

    private SameAgent(NodeFold nodes) {
        this.nodes = nodes;
    }

    static void of(LegFold leg, NodeFold nodes) {
        List<LegMessage> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            ports(messages.get(i).seen().sighting(), nodes);
        }
        if (isSettled(messages)) {
            return;
        }
        SameAgent same = new SameAgent(nodes);
        for (int i = 0; i < messages.size(); i++) {
            same.origin(messages.get(i));
        }
        for (int i = 0; i < messages.size(); i++) {
            same.side(messages.get(i).seen().sighting());
        }
    }

    private static void ports(Sighting s, NodeFold nodes) {
        Endpoint from = s.where().from();
        Address contact = s.contact();
        if (contact != null) {
            int port = contact.port() == 0 ? SIP : contact.port();
            if (port != from.port() && NodeFold.isAt(contact, from)) {
                nodes.same(from, new Endpoint(from.address(), port));
            }
        }
        if (s.isRequest() && from.port() != SIP) {
            Endpoint usual = new Endpoint(from.address(), SIP);
            if (nodes.knows(usual) && s.sentBy() == Keys.of(usual.toString())) {
                nodes.same(from, usual);
            }
        }
    }

    /// Two sides that each send from one place, as nearly always: nobody has moved.
    private static boolean isSettled(List<LegMessage> messages) {
        Sighting one = null;
        Sighting other = null;
        for (int i = 0; i < messages.size(); i++) {
            Sighting s = messages.get(i).seen().sighting();
            if (!tells(s)) {
                continue;
            }
            if (one == null || one.fromTag() == s.fromTag()) {
                one = one == null ? s : one;
                if (hasMoved(one, s)) {
                    return false;
                }
            } else {
                other = other == null ? s : other;
                if (other.fromTag() != s.fromTag() || hasMoved(other, s)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasMoved(Sighting before, Sighting s) {
        return !before.where().from().equals(s.where().from());
    }

    /// A request as whoever made it sent it.
    private static boolean tells(Sighting s) {
        return s.isRequest() && s.vias() <= 1 && s.fromTag() != 0;
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
        if (!tells(s) || hidden.contains(s.fromTag())) {
            return;
        }
        Endpoint before = sides.putIfAbsent(s.fromTag(), s.where().from());
        if (before != null && !before.equals(s.where().from())) {
            nodes.same(before, s.where().from());
        }
    }
}
