package io.callogram.samples.script;

import java.util.List;

/// A stage with a cast: one site of the network, its servers, and as many fresh subscribers as a
/// script asks for.
public final class Scene {
    private final Stage stage;
    private final Site site;
    private final Topology topology;

    public Scene(Stage stage, Network network, Topology topology) {
        this.stage = stage;
        this.site = network.any(stage.chance());
        this.topology = topology;
    }

    public Stage stage() {
        return stage;
    }

    public Site site() {
        return site;
    }

    public Chance chance() {
        return stage.chance();
    }

    public Entry entry() {
        return stage.entry();
    }

    public Party party() {
        return site.subscriber(stage.chance());
    }

    /// One whose messages can get lost.
    public Party partyOnUdp() {
        Party party = party();
        while (party.node().tcp()) {
            party = party();
        }
        return party;
    }

    /// A call over the scene's topology; the truth's caller and callee are these two.
    public Call call(Party caller, Party callee) {
        entry().between(caller.user(), callee.dialled());
        return connect(caller, callee);
    }

    /// A call over proxies only, for services that the parties' own user agents make.
    public Call proxied(Party caller, Party callee) {
        entry().between(caller.user(), callee.dialled());
        return alongProxy(caller, callee);
    }

    public Call connect(Party caller, Party callee) {
        return switch (topology) {
            case ONE_PROXY -> alongProxy(caller, callee);
            case ROUTER ->
                    simple(
                            caller,
                            callee,
                            needsProxy(caller, callee) ? site.edge() : site.router());
            case TWO_PROXIES ->
                    new Call(
                            stage,
                            List.of(dialog(caller, callee, site.edge(), site.core())),
                            false);
            case SWITCH -> throughSwitch(caller, callee, false);
            case ANCHORING_SWITCH -> throughSwitch(caller, callee, true);
        };
    }

    public Call alongProxy(Party caller, Party callee) {
        return simple(caller, callee, site.edge());
    }

    public boolean hasSwitch() {
        return topology == Topology.SWITCH || topology == Topology.ANCHORING_SWITCH;
    }

    private Call simple(Party caller, Party callee, Node proxy) {
        return new Call(stage, List.of(dialog(caller, callee, proxy)), false);
    }

    /// Behind NAT or on TCP, phones cannot reach each other without the proxy.
    private static boolean needsProxy(Party caller, Party callee) {
        return caller.node().natted()
                || callee.node().natted()
                || caller.node().tcp()
                || callee.node().tcp();
    }

    private Call throughSwitch(Party caller, Party callee, boolean anchored) {
        Node middle = site.backToBack();
        return new Call(
                stage,
                List.of(dialog(caller, callee.at(middle)), dialog(caller.at(middle), callee)),
                anchored);
    }

    public Dialog dialog(Party caller, Party callee, Node... proxies) {
        return new Dialog(stage, caller, callee, List.of(proxies));
    }

    /// Sometimes only one party's access leg is captured.
    public void showPerhapsOneLeg(Call call) {
        if (stage.chance().of(stage.conditions().partial())) {
            Side side = stage.chance().of(0.6) ? Side.CALLER : Side.CALLEE;
            stage.tapOnlyAt(call.party(side).node());
        }
    }

    /// From dialling until the phone rings.
    public void postDialDelay() {
        stage.pause(Math.min(6, stage.chance().around(0.35, 0.8)));
    }

    /// Until somebody picks up.
    public void ring() {
        stage.pause(Math.min(28, stage.chance().around(6, 0.6)));
    }

    /// Until nobody has picked up: no-answer is told from impatience by at least 20 s (a ring cycle
    /// is 5 s).
    public void ringInVain() {
        stage.pause(
                stage.chance().pick(List.of(20.0, 25.0, 30.0, 30.0, 45.0, 60.0))
                        + stage.chance().unit());
    }

    public double talkTime() {
        return Math.clamp(stage.chance().around(90, 0.9), 2.5, 3600);
    }

    public Side anySide() {
        return stage.chance().of(0.5) ? Side.CALLER : Side.CALLEE;
    }
}
