package io.callogram.docs.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.samples.scenario.Claims;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the READMEs of scenarios say about flows is what their classification says.
class ClaimsTest {
    private static final Set<String> SLUGS =
            Arrays.stream(FlowKind.values()).map(FlowKind::slug).collect(Collectors.toSet());

    @Test
    void examplesAndVariantsHaveTheirFlowsAndNearMissesHaveNot() {
        List<String> wrong = new ArrayList<>();
        for (Scenario scenario : Scenarios.all()) {
            Claims claims = scenario.claims();
            Set<String> found = flows(scenario);
            for (String slug : claims.examples()) {
                check(found.contains(slug), scenario + " lacks " + slug, wrong);
            }
            for (String slug : claims.variants()) {
                check(found.contains(slug), scenario + " lacks " + slug, wrong);
            }
            for (Claims.NearMiss miss : claims.nearMisses()) {
                check(SLUGS.contains(miss.flow()), scenario + ": no flow " + miss.flow(), wrong);
                check(!found.contains(miss.flow()), scenario + " has " + miss.flow(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFlowHasTwoExamples() {
        assertThat(Scenarios.all().stream().flatMap(one -> one.claims().examples().stream()))
                .doesNotHaveDuplicates();
    }

    private static void check(boolean holds, String otherwise, List<String> wrong) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    static Set<String> flows(Scenario scenario) {
        return scenario.golden("classification.golden")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("flow "))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());
    }
}
