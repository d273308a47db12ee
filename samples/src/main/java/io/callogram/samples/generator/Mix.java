package io.callogram.samples.generator;

import io.callogram.samples.flow.Flow;
import io.callogram.samples.script.Chance;
import io.callogram.samples.script.Conditions;
import io.callogram.samples.script.Topology;
import java.util.List;
import java.util.Map;

/// Which flows a capture has, over which topologies, and how often.
public final class Mix {
    private static final Map<String, String> NAMED =
            Map.of(
                    "default",
                            "call-setup=40,auth-challenge=6,busy=6,no-answer-cancel=6,no-answer-timeout=3,caller-abandon=2,"
                                    + "rejected=3,unreachable=0.5,register=5,register-refresh=1.5,deregister=1.5,"
                                    + "register-failed=0.5,redirect=1,forward-unconditional=1,forward-busy=1.5,"
                                    + "forward-no-answer=1.5,fork=3,late-cancel=0.3,hold=3,session-modify=1,glare=0.2,"
                                    + "session-refresh=1,call-waiting=0.7,blind-transfer=0.8,blind-transfer-failed=0.2,"
                                    + "attended-transfer=0.8,ringback-tone=1,three-way=0.4,call-pickup=0.4,prack=1,"
                                    + "dtmf-info=0.5,fax-t38=0.3,options-ping=1,subscribe-notify=1,message=1,scan-attack=0.03",
                    "basic", "call-setup=1",
                    "pbx",
                            "call-setup=40,auth-challenge=10,busy=5,no-answer-cancel=6,no-answer-timeout=2,rejected=2,"
                                    + "forward-unconditional=2,forward-busy=3,forward-no-answer=3,hold=5,session-modify=1,"
                                    + "session-refresh=1,ringback-tone=2,dtmf-info=2,fax-t38=1,register=5,"
                                    + "register-refresh=2,subscribe-notify=2,options-ping=1");

    private final Weighted<Flow> flows = new Weighted<>();
    private final Weighted<Topology> topologies = new Weighted<>();
    private final Conditions conditions;

    private Mix(Conditions conditions) {
        this.conditions = conditions;
    }

    /// Reads the name of a mix, or `flow=weight,flow=weight`.
    public static Mix of(String text) {
        String weights = NAMED.getOrDefault(text, text);
        Mix mix = new Mix(text.equals("basic") ? Conditions.CLEAN : Conditions.REAL);
        for (String part : weights.split(",")) {
            int equals = part.indexOf('=');
            String slug = (equals < 0 ? part : part.substring(0, equals)).trim();
            mix.flows.add(
                    Repertoire.named(slug),
                    equals < 0 ? 1 : weight(part.substring(equals + 1).trim()));
        }
        mix.spread(text);
        return mix;
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a weight is a number, not " + text, e);
        }
    }

    private void spread(String name) {
        switch (name) {
            case "basic" -> topologies.add(Topology.ONE_PROXY, 1).add(Topology.ROUTER, 6);
            case "pbx" -> topologies.add(Topology.SWITCH, 1).add(Topology.ANCHORING_SWITCH, 2);
            default ->
                    topologies
                            .add(Topology.ONE_PROXY, 45)
                            .add(Topology.ROUTER, 10)
                            .add(Topology.TWO_PROXIES, 10)
                            .add(Topology.SWITCH, 15)
                            .add(Topology.ANCHORING_SWITCH, 20);
        }
    }

    /// The names of the mixes that need no weights.
    public static List<String> names() {
        return NAMED.keySet().stream().sorted().toList();
    }

    /// The flows a mix can be made of.
    public static List<String> flowNames() {
        return List.copyOf(Repertoire.flows().keySet());
    }

    public Conditions conditions() {
        return conditions;
    }

    Flow flow(Chance chance) {
        return flows.draw(chance);
    }

    Topology topology(Chance chance) {
        return topologies.draw(chance);
    }
}
