package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Arrays;
import java.util.List;

/// What each node did, and what to call it.
final class NodeNames {

    private static final String[] ROLES = {
        "ua", "registrar", "redirect", "b2bua", "proxy", "unknown"
    };
    private static final String[] TITLES = {
        "UA", "Registrar", "Redirect server", "B2BUA", "Proxy", "Server"
    };

    private static final int SERVER = 5;

    private final NodeFold nodes;
    private final int[] role;
    private final String[] user;
    private final int[] ordinal;
    private final boolean[] spoke;
    private final String[] heard;
    private final boolean[] asked;
    private final boolean[] reached;
    private final boolean[] serves;

    NodeNames(Cluster cluster, NodeFold nodes, Numbering numbers, int count) {
        this.nodes = nodes;
        role = new int[count];
        user = new String[count];
        ordinal = new int[count];
        spoke = new boolean[count];
        heard = new String[count];
        asked = new boolean[count];
        reached = new boolean[count];
        serves = new boolean[count];
        Arrays.fill(user, "");
        Arrays.fill(heard, "");
        for (int i = 0; i < cluster.legs().size(); i++) {
            LegFold leg = cluster.legs().get(i);
            for (int at = 0; at < leg.messages().size(); at++) {
                observe(leg, leg.messages().get(at), numbers.message(i, at));
            }
        }
        for (int i = 1; i < cluster.legs().size(); i++) {
            bridge(cluster, i);
        }
        number();
    }

    private void observe(LegFold leg, LegMessage m, int number) {
        Sighting s = m.seen().sighting();
        int from = nodes.from(number);
        int to = nodes.to(number);
        spoke[from] = true;
        if (s.isRequest()) {
            if (m.forwardOf() >= 0) {
                Sighting before = leg.messages().get(m.forwardOf()).seen().sighting();
                raise(from, before.vias() < s.vias() ? 4 : 3);
            } else if (s.vias() > 1) {
                // A user agent sends one Via (§8.1.1.7): its own hop was not captured.
                raise(from, 4);
            } else if (m.atOrigin() && !isHopByHop(leg, m, s)) {
                call(from, s.from());
                reached[from] = true;
            }
            callee(to, s);
        } else {
            response(leg, m, s, from, to);
        }
    }

    /// Any hop sends these for itself, with one Via and the From of whoever called (§9.1,
    /// §17.1.1.3).
    private static boolean isHopByHop(LegFold leg, LegMessage m, Sighting s) {
        if (s.method() == Method.CANCEL) {
            return true;
        }
        if (s.method() != Method.ACK) {
            return false;
        }
        List<LegMessage> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            LegMessage answer = messages.get(i);
            if (answer.transaction() == m.transaction()
                    && answer.seen().sighting().status() >= 300) {
                return true;
            }
        }
        return false;
    }

    private void response(LegFold leg, LegMessage m, Sighting s, int from, int to) {
        boolean accepts = s.status() > 100 && s.status() < 300;
        if (m.forwardOf() >= 0) {
            Sighting before = leg.messages().get(m.forwardOf()).seen().sighting();
            raise(from, before.vias() > s.vias() ? 4 : 0);
        } else if (s.method() == Method.REGISTER && s.isFinal()) {
            raise(from, 1);
        } else if (s.method() == Method.INVITE && s.status() >= 300 && s.status() < 400) {
            // A phone that was reached at its own address diverts its own calls.
            raise(from, reached[from] ? 0 : 2);
        } else if (accepts && s.recordRoutes() > 0 && s.recordRoutes() > routes(leg, m)) {
            // A user agent copies Record-Route (RFC 3261 §12.1.1); whoever has more of it is a
            // proxy.
            raise(from, 4);
        } else if (accepts) {
            reached[from] = true;
            hear(from, s.to(), s.from());
        } else {
            refused(from, s.status());
        }
        if (s.vias() == 1) {
            hear(to, s.from(), Address.NONE);
        }
    }

    /// Some refusals only the end system gives, others no phone gives for its user (§21.4, §21.6).
    private void refused(int node, int status) {
        switch (status) {
            case 486, 488, 600, 603, 606 -> reached[node] = true;
            case 401, 404, 407, 484, 485, 604 -> serves[node] = true;
            default -> {}
        }
    }

    private static int routes(LegFold leg, LegMessage response) {
        List<LegMessage> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            LegMessage m = messages.get(i);
            Sighting s = m.seen().sighting();
            if (m.transaction() == response.transaction()
                    && s.isRequest()
                    && s.method() == response.seen().sighting().method()) {
                return s.recordRoutes();
            }
        }
        return Integer.MAX_VALUE;
    }

    /// What a response says of a node that sent and got no request.
    private void hear(int node, Address address, Address other) {
        if (heard[node].isEmpty() && !address.user().equals(other.user())) {
            heard[node] = address.user();
        }
    }

    /// Who gets a request goes by its Request-URI, unless that is only a place. One's own number is
    /// that of one's mailbox or presence.
    private void callee(int node, Sighting s) {
        Address target = s.requestUri();
        asked[node] = true;
        if (s.method() == Method.REGISTER) {
            return;
        }
        reached[node] = reached[node] || (target != null && NodeFold.isAt(target, s.where().to()));
        Address called = target == null || target.user().isEmpty() ? s.to() : target;
        if (!called.user().equals(s.from().user())) {
            call(node, called);
        }
    }

    private void call(int node, Address address) {
        if (user[node].isEmpty()) {
            user[node] = plain(address.user());
        }
    }

    /// Without the mark by which a phone knows its own Contact: `1002-0x55b316ed6a20`, and without
    /// the parameters of a telephone number.
    private static String plain(String user) {
        int end = user.indexOf(';');
        int mark = end > 0 ? end : user.indexOf("-0x");
        return mark > 0 ? user.substring(0, mark) : user;
    }

    /// Who was asked for a user elsewhere and accepted nothing is somebody on the way.
    private boolean isServer(int node) {
        return role[node] == 0 && asked[node] && (serves[node] || !reached[node]);
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
        // A link may name the leg that goes out, where only that one is tied to the call.
        int other = link.toLeg() - 1;
        LegSummary out = cluster.legs().get(Math.max(later, other)).summary();
        LegSummary in = cluster.legs().get(Math.min(later, other)).summary();
        int from = nodes.source(out);
        if (from == nodes.destination(in) || reached(in, out)) {
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
            case "scored",
                    "session-id",
                    "charging-vector",
                    "call-id",
                    "header",
                    "hep-correlation" ->
                    true;
            default -> false;
        };
    }

    private void number() {
        int[] counts = new int[ROLES.length];
        for (int i = 0; i < role.length; i++) {
            role[i] = isServer(i) ? SERVER : role[i];
            user[i] = user[i].isEmpty() ? plain(heard[i]) : user[i];
            if (role[i] > 0 || user[i].isEmpty()) {
                ordinal[i] = ++counts[role[i]];
            } else {
                ordinal[i] = namesakes(i) + 1;
            }
        }
    }

    /// Phones before this one that go by the same number.
    private int namesakes(int node) {
        int count = 0;
        for (int i = 0; i < node; i++) {
            count += role[i] == 0 && user[i].equals(user[node]) ? 1 : 0;
        }
        return count;
    }

    String role(int node) {
        return role[node] == 0 && !spoke[node] && user[node].isEmpty()
                ? "unknown"
                : ROLES[role[node]];
    }

    /// `Proxy`, `Proxy 2`; a user agent without a name has always a number.
    String name(int node) {
        if (role[node] == 0 && !user[node].isEmpty()) {
            return ordinal[node] == 1 ? user[node] : user[node] + " (" + ordinal[node] + ')';
        }
        boolean plain = ordinal[node] == 1 && role[node] > 0;
        return plain ? TITLES[role[node]] : TITLES[role[node]] + ' ' + ordinal[node];
    }
}
