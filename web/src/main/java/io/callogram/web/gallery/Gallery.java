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
    private final Map<String, List<Variant>> variants = new HashMap<>();
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
            variants.computeIfAbsent(flow, _ -> new ArrayList<>())
                    .add(new Variant(scenario.name(), scenario.title(), others(claims, flow)));
        }
        for (Claims.NearMiss miss : claims.nearMisses()) {
            nearMisses
                    .computeIfAbsent(miss.flow(), _ -> new ArrayList<>())
                    .add(new NearMiss(scenario.name(), miss.english(), miss.chinese()));
        }
    }

    private static List<String> others(Claims claims, String flow) {
        List<String> others = new ArrayList<>(claims.examples());
        others.addAll(claims.variants());
        others.removeIf(flow::equals);
        return List.copyOf(others);
    }

    /// The call that shows the flow; empty where no scenario is its example.
    public Optional<Example> example(FlowKind kind) throws IOException {
        Scenario scenario = examples.get(kind.slug());
        return scenario == null ? Optional.empty() : Example.of(scenario, kind);
    }

    /// The scenarios that show it in another form.
    public List<Variant> variants(FlowKind kind) {
        return List.copyOf(variants.getOrDefault(kind.slug(), List.of()));
    }

    public List<NearMiss> nearMisses(FlowKind kind) {
        return List.copyOf(nearMisses.getOrDefault(kind.slug(), List.of()));
    }

    /// @param scenario its name
    /// @param title what it is, in English
    /// @param also slugs of the other flows that it shows
    public record Variant(String scenario, String title, List<String> also) {}

    /// @param scenario its name
    /// @param english why it is none
    /// @param chinese the same
    public record NearMiss(String scenario, String english, String chinese) {}
}
