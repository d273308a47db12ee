package io.callogram.web.gallery;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.samples.scenario.Claims;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which scenario shows which flow, as the scenarios themselves say.
public final class Gallery {
    private final Map<String, Scenario> examples = new HashMap<>();
    private final Map<String, List<String>> variants = new HashMap<>();
    private final Map<String, List<NearMiss>> nearMisses = new HashMap<>();

    private Gallery() {}

    public static Gallery open() {
        Gallery gallery = new Gallery();
        for (Scenario scenario : Scenarios.all()) {
            gallery.add(scenario, scenario.claims());
        }
        return gallery;
    }

    private void add(Scenario scenario, Claims claims) {
        for (String flow : claims.examples()) {
            examples.put(flow, scenario);
        }
        for (String flow : claims.variants()) {
            variants.computeIfAbsent(flow, _ -> new ArrayList<>()).add(scenario.name());
        }
        for (Claims.NearMiss miss : claims.nearMisses()) {
            nearMisses
                    .computeIfAbsent(miss.flow(), _ -> new ArrayList<>())
                    .add(new NearMiss(scenario.name(), miss.english(), miss.chinese()));
        }
    }

    /// The call that shows the flow; empty where no scenario is its example.
    public Optional<Example> example(FlowKind kind) throws IOException {
        Scenario scenario = examples.get(kind.slug());
        return scenario == null ? Optional.empty() : Example.of(scenario, kind);
    }

    /// Names of the scenarios that show it in another form.
    public List<String> variants(FlowKind kind) {
        return List.copyOf(variants.getOrDefault(kind.slug(), List.of()));
    }

    public List<NearMiss> nearMisses(FlowKind kind) {
        return List.copyOf(nearMisses.getOrDefault(kind.slug(), List.of()));
    }

    /// @param scenario its name
    /// @param english why it is none
    /// @param chinese the same
    public record NearMiss(String scenario, String english, String chinese) {}
}
