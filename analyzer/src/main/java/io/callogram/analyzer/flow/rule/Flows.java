package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.List;

/// Everything that a call is said to contain.
public final class Flows {

    private static final Rule[] FOR_CALLS = {
        new CallForwarding(),
        new Redirect(),
        new CallWaiting(),
        new Hold(),
        new SessionModify(),
        new Unanswered(),
        new CallSetup(),
        new Release()
    };
    private static final Rule[] FOR_REGISTRATIONS = {new Registration()};
    private static final Rule[] FOR_OTHERS = {};
    private static final Rule[] FOR_ALL = {};

    private Flows() {}

    /// In order of precedence, those of one kind in order of time.
    public static List<Flow> of(Scene scene) {
        List<Flow> found = new ArrayList<>(4);
        Rule[] rules =
                switch (scene.call().kind()) {
                    case CALL -> FOR_CALLS;
                    case REGISTRATION -> FOR_REGISTRATIONS;
                    case SUBSCRIPTION, OPTIONS, MESSAGE, ATTACK, OTHER -> FOR_OTHERS;
                };
        ask(rules, scene, found);
        ask(Services.of(scene.call().kind()), scene, found);
        ask(FOR_ALL, scene, found);
        Exclusions.apply(found);
        // Stable, and already in order of time within each kind.
        found.sort((a, b) -> a.kind().compareTo(b.kind()));
        Exclusions.lastDiversionFirst(found);
        return found;
    }

    private static void ask(Rule[] rules, Scene scene, List<Flow> found) {
        for (Rule rule : rules) {
            List<Flow> some = rule.of(scene);
            if (!some.isEmpty()) {
                found.addAll(some);
            }
        }
    }
}
