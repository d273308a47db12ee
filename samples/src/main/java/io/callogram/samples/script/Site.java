package io.callogram.samples.script;

import io.callogram.samples.sip.Style;
import io.callogram.samples.sip.Styles;
import io.callogram.samples.wire.Endpoint;
import java.nio.ByteBuffer;
import java.util.List;

/// A part of the network with its servers and subscribers.
///
/// Every subscriber is handed out once, so that two scenes never meet at one phone: a capture in
/// which they did would show call waiting where the truth says two calls.
public final class Site {
    private static final List<NumberPlan> PLANS = List.of(NumberPlan.values());
    private static final int SIP_PORT = 5060;

    private final int number;
    private final String domain;
    private final NumberPlan plan;
    private final boolean v6;
    private final Node edge;
    private final Node core;
    private final Node router;
    private final Node backToBack;
    private final Node mediaServer;
    private int serial = 10;

    Site(int number, Chance chance) {
        this.number = number;
        this.plan = PLANS.get(number % PLANS.size());
        this.domain =
                List.of("example.com", "example.net", "example.org", "voice.example.cn")
                        .get(number % 4);
        this.v6 = number == 3;
        this.edge = server("edge", 1, chance.pick(Styles.PROXIES), true);
        this.core = server("core", 2, chance.pick(Styles.PROXIES), true);
        this.router = server("router", 3, chance.pick(Styles.PROXIES), false);
        this.backToBack = server("switch", 4, chance.pick(Styles.SWITCHES), false);
        this.mediaServer = server("media", 5, chance.pick(Styles.SWITCHES), false);
    }

    private Node server(String role, int host, Style style, boolean recordRoutes) {
        Endpoint wire =
                new Endpoint(
                        v6
                                ? v6Address(host)
                                : new byte[] {10, (byte) (200 + number), 0, (byte) host},
                        SIP_PORT);
        boolean explicit = number % 2 == 0;
        String sentBy = explicit ? wire.toString() : wire.host();
        return new Node(role + number, wire, sentBy, false, true, recordRoutes, style);
    }

    private byte[] v6Address(int host) {
        return ByteBuffer.allocate(16)
                .putInt(0x20010db8)
                .putShort((short) number)
                .putShort((short) 0)
                .putLong(host)
                .array();
    }

    public String domain() {
        return domain;
    }

    /// The proxy that phones speak to, which is the registrar too.
    public Node edge() {
        return edge;
    }

    public Node core() {
        return core;
    }

    /// A proxy that does not record its route, so that phones go on without it.
    public Node router() {
        return router;
    }

    public Node backToBack() {
        return backToBack;
    }

    public Node mediaServer() {
        return mediaServer;
    }

    /// Another server of the site, such as a gateway or a voice mail, with a user on it.
    public Party service(String user, int host, Chance chance) {
        Node node = server(user, host, chance.pick(Styles.SWITCHES), false);
        String uri = "sip:" + user + "@" + domain;
        return new Party(node, user, "", uri, uri);
    }

    public Party subscriber(Chance chance) {
        int mine = serial++;
        // Telephone numbers are the world's: no other site has this one.
        String known = plan.number(plan.isLocal() ? mine : mine * Network.SITES + number);
        String home = plan.domain(domain, mine);
        String user = plan.own(known, chance);
        String dialled = plan.dialled(known, chance);
        boolean tel = plan.canBeTel(dialled) && chance.of(0.08);
        String target =
                tel
                        ? "tel:" + dialled
                        : "sip:"
                                + dialled
                                + "@"
                                + home
                                + (chance.of(0.1) && !v6 ? ";user=phone" : "");
        return new Party(
                phone(mine, chance),
                user,
                plan.display(chance),
                "sip:" + user + "@" + home,
                target);
    }

    private Node phone(int mine, Chance chance) {
        boolean natted = !v6 && chance.of(0.12);
        boolean tcp = chance.of(0.1);
        int port =
                chance.of(0.6)
                        ? SIP_PORT
                        : chance.pick(List.of(5062, 5090, 11_060, 50_600, 34_512));
        Endpoint own = new Endpoint(v6 ? v6Address(0x10000 + mine) : inside(mine), port);
        int outer = 1024 + (int) ((mine * 48_271L + number * 5_003L) % 64_000);
        Endpoint wire = natted ? new Endpoint(outside(mine), outer) : own;
        String name = "phone" + number + "." + mine;
        return new Node(name, wire, own.toString(), tcp, false, false, chance.pick(Styles.PHONES));
    }

    private byte[] inside(int mine) {
        return ByteBuffer.allocate(4)
                .putInt((10 << 24) | ((number * 16 + ((mine >> 16) & 15)) << 16) | (mine & 0xffff))
                .array();
    }

    private static byte[] outside(int mine) {
        return new byte[] {(byte) 203, 0, 113, (byte) (1 + mine % 250)};
    }
}
