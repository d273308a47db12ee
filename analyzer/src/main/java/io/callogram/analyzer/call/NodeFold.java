package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who took part: endpoints joined where Contact, Via or a dialog shows that they are one user
/// agent. Two endpoints that speak with each other are never joined.
final class NodeFold {

    private static final int DISORDER = 8;

    /// So many endpoints are found by comparing; a scan has thousands.
    private static final int FEW = 8;

    private final List<LegFold> legs;
    private final List<Endpoint> endpoints = new ArrayList<>(4);
    private final Map<Endpoint, Integer> beyondFew = new HashMap<>(0);
    private final int[] from;
    private final int[] to;
    private @Nullable Set<Long> neighbours;
    private int[] parent = new int[4];
    private final int[] columns;
    private final Cluster cluster;
    private int columnCount;

    NodeFold(Cluster cluster, Numbering numbers) {
        this.cluster = cluster;
        this.legs = cluster.legs();
        from = new int[numbers.count()];
        to = new int[numbers.count()];
        for (int i = 0; i < from.length; i++) {
            LegFold leg = legs.get(numbers.leg(i + 1));
            Sighting s = leg.messages().get(numbers.index(i + 1)).seen().sighting();
            // Whoever asks stands left of whoever answers.
            if (s.isRequest()) {
                from[i] = register(s.where().from());
                to[i] = register(s.where().to());
            } else {
                to[i] = register(s.where().to());
                from[i] = register(s.where().from());
            }
        }
        join();
        columns = columns();
    }

    private int register(Endpoint endpoint) {
        int known = find(endpoint);
        if (known >= 0) {
            return known;
        }
        int index = endpoints.size();
        if (index >= FEW) {
            beyondFew.put(endpoint, index);
        }
        endpoints.add(endpoint);
        parent = index < parent.length ? parent : Arrays.copyOf(parent, index * 2);
        parent[index] = index;
        return index;
    }

    /// -1 when no message came from it or went to it.
    private int find(Endpoint endpoint) {
        for (int i = Math.min(FEW, endpoints.size()) - 1; i >= 0; i--) {
            if (endpoints.get(i).equals(endpoint)) {
                return i;
            }
        }
        return endpoints.size() > FEW ? beyondFew.getOrDefault(endpoint, -1) : -1;
    }

    boolean knows(Endpoint endpoint) {
        return find(endpoint) >= 0;
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private int root(int index) {
        int at = index;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    private void join() {
        if (endpoints.size() < 3) {
            return;
        }
        for (int i = 0; i < legs.size(); i++) {
            SameAgent.of(legs.get(i), this);
        }
    }

    /// Earlier endpoints lead, so that columns stand in order of appearance.
    void same(Endpoint one, Endpoint other) {
        int a = find(one);
        int b = find(other);
        if (a < 0 || b < 0) {
            return;
        }
        int first = root(a);
        int second = root(b);
        if (first != second && !areNeighbours(first, second)) {
            parent[Math.max(first, second)] = Math.min(first, second);
        }
    }

    private boolean areNeighbours(int first, int second) {
        if (neighbours == null) {
            neighbours = new HashSet<>();
            for (int i = 0; i < from.length; i++) {
                neighbours.add(pair(from[i], to[i]));
            }
        }
        for (long pair : neighbours) {
            int a = root((int) (pair >>> 32));
            int b = root((int) pair);
            if ((a == first && b == second) || (a == second && b == first)) {
                return true;
            }
        }
        return false;
    }

    private int[] columns() {
        int[] column = new int[endpoints.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = root(i) == i ? columnCount++ : column[root(i)];
        }
        return column;
    }

    private int index(Endpoint endpoint) {
        int index = find(endpoint);
        return index < 0 ? 0 : columns[index];
    }

    /// Index of the node that sent a message.
    int from(int number) {
        return columns[from[number - 1]];
    }

    /// Index of the node that got it.
    int to(int number) {
        return columns[to[number - 1]];
    }

    int source(LegSummary leg) {
        return index(leg.source());
    }

    int destination(LegSummary leg) {
        return index(leg.destination());
    }

    /// Where the requester of the dialog is: nearest to it, the fewest Vias.
    int caller(int leg, LegDialog d) {
        Sighting nearest = null;
        List<LegMessage> messages = legs.get(leg).messages();
        for (int i = 0; i < messages.size(); i++) {
            LegMessage m = messages.get(i);
            Sighting s = m.seen().sighting();
            if (m.atOrigin()
                    && s.fromTag() == d.dialog().callerTag()
                    && (nearest == null || s.vias() < nearest.vias())) {
                nearest = s;
                if (s.vias() <= 1) {
                    break;
                }
            }
        }
        if (nearest == null) {
            return index(legs.get(leg).summary().source());
        }
        return index(nearest.isRequest() ? nearest.where().from() : nearest.where().to());
    }

    /// Where the other side is: the first to send its tag is next to it.
    int callee(int leg, LegDialog d) {
        if (d.dialog().startUnseen()) {
            for (LegMessage m : legs.get(leg).messages()) {
                if (m.dialog() == d.dialog().id() && m.forwardOf() < 0 && isByCallee(m, d)) {
                    return index(m.seen().sighting().where().from());
                }
            }
        }
        LegMessage made = legs.get(leg).messages().get(Math.max(0, d.created()));
        Sighting s = made.seen().sighting();
        boolean byCaller = s.isRequest() && s.fromTag() == d.dialog().callerTag();
        if (!s.isRequest()) {
            s = deepest(legs.get(leg).messages(), Math.max(0, d.created()), s);
        }
        return index(byCaller ? s.where().to() : s.where().from());
    }

    /// Two interfaces may have recorded the same response in the wrong order.
    private static Sighting deepest(List<LegMessage> messages, int from, Sighting first) {
        Sighting deepest = first;
        for (int i = from + 1; i < messages.size() && i <= from + DISORDER; i++) {
            Sighting s = messages.get(i).seen().sighting();
            if (s.status() == deepest.status()
                    && s.method() == deepest.method()
                    && s.toTag() == deepest.toTag()
                    && s.vias() == deepest.vias() + 1
                    && s.where().to().equals(deepest.where().from())) {
                deepest = s;
            }
        }
        return deepest;
    }

    /// What a proxy on the way may answer by itself does not count.
    private static boolean isByCallee(LegMessage m, LegDialog d) {
        Sighting s = m.seen().sighting();
        return s.isRequest()
                ? s.fromTag() == d.dialog().calleeTag()
                : s.fromTag() == d.dialog().callerTag() && s.status() > 100 && s.status() < 300;
    }

    List<Node> named(Numbering numbers) {
        List<List<Endpoint>> members = new ArrayList<>(columnCount);
        for (int i = 0; i < columnCount; i++) {
            members.add(new ArrayList<>(1));
        }
        for (int i = 0; i < endpoints.size(); i++) {
            members.get(columns[i]).add(endpoints.get(i));
        }
        NodeNames names = new NodeNames(cluster, this, numbers, columnCount);
        List<Node> nodes = new ArrayList<>(columnCount);
        for (int i = 0; i < columnCount; i++) {
            nodes.add(new Node(names.name(i), names.role(i), members.get(i)));
        }
        return nodes;
    }

    static boolean isAt(Address contact, Endpoint endpoint) {
        IpAddress address = endpoint.address();
        return address.v6()
                ? contact.host().indexOf(':') >= 0
                        && contact.host().equalsIgnoreCase(address.toString())
                : Keys.v4Bits(contact.host()) == address.low();
    }
}
