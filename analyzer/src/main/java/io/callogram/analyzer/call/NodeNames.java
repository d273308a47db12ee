package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Arrays;

/// What each node did, and what to call it.
final class NodeNames {

    private static final String[] ROLES = {"ua", "registrar", "redirect", "b2bua", "proxy"};
    private static final String[] TITLES = {"UA", "Registrar", "Redirect server", "B2BUA", "Proxy"};

    private final NodeFold nodes;
    private final int[] role;
    private final String[] user;
    private final int[] ordinal;
    private final boolean[] spoke;

    NodeNames(Cluster cluster, NodeFold nodes, int count, Parties parties) {
        this.nodes = nodes;
        role = new int[count];
        user = new String[count];
        ordinal = new int[count];
        spoke = new boolean[count];
        Arrays.fill(user, "");
        for (LegFold leg : cluster.legs()) {
            for (LegMessage m : leg.messages()) {
                observe(leg, m);
            }
        }
        for (int i = 1; i < cluster.legs().size(); i++) {
            bridge(cluster, i);
        }
        number();
        if (count > 0 && role[0] == 0 && user[0].isEmpty()) {
            user[0] = parties.caller().user();
        }
    }

    private void observe(LegFold leg, LegMessage m) {
        Sighting s = m.seen().sighting();
        int from = nodes.index(s.where().from());
        int to = nodes.index(s.where().to());
        spoke[from] = true;
        if (s.isRequest()) {
            if (m.forwardOf() >= 0) {
                Sighting before = leg.messages().get(m.forwardOf()).seen().sighting();
                raise(from, before.vias() < s.vias() ? 4 : 3);
            } else if (s.vias() <= 1 && m.atOrigin()) {
                call(from, s.from());
            }
            callee(to, s);
        } else if (s.method() == Method.REGISTER && s.isFinal()) {
            raise(from, m.forwardOf() < 0 ? 1 : 0);
        } else if (s.method() == Method.INVITE
                && s.status() >= 300
                && s.status() < 400
                && m.forwardOf() < 0) {
            raise(from, 2);
        }
    }

    /// Who gets a request goes by its Request-URI, unless that is only a place.
    private void callee(int node, Sighting s) {
        Address target = s.requestUri();
        if (s.method() != Method.REGISTER) {
            call(node, target == null || target.user().isEmpty() ? s.to() : target);
        }
    }

    private void call(int node, Address address) {
        if (user[node].isEmpty()) {
            user[node] = address.user();
        }
    }

    private void raise(int node, int to) {
        role[node] = Math.max(role[node], to);
    }

    /// Where one leg comes in and another that belongs to it goes out.
    private void bridge(Cluster cluster, int later) {
        Link link = cluster.links().get(later);
        if (link == null || !isBridged(link.kind())) {
            return;
        }
        LegSummary out = cluster.legs().get(later).summary();
        LegSummary in = cluster.legs().get(link.toLeg() - 1).summary();
        int from = nodes.index(out.source());
        if (from == nodes.index(in.destination()) || reached(in, out)) {
            raise(from, 3);
        }
    }

    private static boolean reached(LegSummary in, LegSummary out) {
        for (LegSummary.Hop hop : in.hops()) {
            if (hop.to().address().equals(out.source().address())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBridged(String kind) {
        return switch (kind) {
            case "scored", "session-id", "charging-vector", "call-id", "header" -> true;
            default -> false;
        };
    }

    private void number() {
        int[] counts = new int[ROLES.length];
        for (int i = 0; i < role.length; i++) {
            if (role[i] > 0 || user[i].isEmpty()) {
                ordinal[i] = ++counts[role[i]];
            }
        }
    }

    String role(int node) {
        return role[node] == 0 && !spoke[node] && user[node].isEmpty()
                ? "unknown"
                : ROLES[role[node]];
    }

    /// `Proxy`, `Proxy 2`; a user agent without a name has always a number.
    String name(int node) {
        if (role[node] == 0 && !user[node].isEmpty()) {
            return user[node];
        }
        boolean plain = ordinal[node] == 1 && role[node] > 0;
        return plain ? TITLES[role[node]] : TITLES[role[node]] + ' ' + ordinal[node];
    }
}
