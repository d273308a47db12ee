package io.callogram.docs.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.HintText;
import io.callogram.samples.scenario.Claims;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every flow has all that a flow must have: a rule that finds it somewhere, a scenario that is its
/// example with its story in both languages, two near misses, texts of its hints, a page in the
/// gallery. What is known to be missing stands in `gaps.txt`, which can only shrink: a gap that is
/// filled and still listed fails as well.
class CompletenessTest {
    private static final Path GAPS = Path.of("src/test/resources/io/callogram/docs/flows/gaps.txt");
    private static final int NEAR_MISSES = 2;
    private static final List<Scenario> SCENARIOS = Scenarios.all();

    @Test
    void noFlowLacksAnythingThatIsNotListedAndNothingListedIsThere() throws IOException {
        List<String> found = new ArrayList<>();
        Set<String> ruled = ruled();
        for (FlowEntry flow : FlowEntry.all()) {
            for (String missing : missing(flow, ruled)) {
                found.add(flow.kind().slug() + ": " + missing);
            }
        }
        try (Stream<String> listed = Files.lines(GAPS)) {
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            listed.filter(line -> !line.startsWith("#")).toList());
        }
    }

    private static List<String> missing(FlowEntry flow, Set<String> ruled) {
        String slug = flow.kind().slug();
        List<String> missing = new ArrayList<>();
        if (!ruled.contains(slug)) {
            missing.add("no scenario has it, so no rule is seen to find it");
        }
        Scenario example = example(slug);
        if (example == null) {
            missing.add("no scenario is its example");
        } else if (!isTold(example)) {
            missing.add("its example is not told in both languages");
        }
        long near = nearMisses(flow.kind());
        if (near < NEAR_MISSES) {
            missing.add(near + " near misses");
        }
        if (!flow.hints().stream().allMatch(CompletenessTest::isTold)) {
            missing.add("a hint without words");
        }
        if (!Files.exists(Path.of("flows", slug + ".md"))) {
            missing.add("no page in the gallery");
        }
        return missing;
    }

    private static Set<String> ruled() {
        Set<String> ruled = new HashSet<>();
        for (Scenario scenario : SCENARIOS) {
            ruled.addAll(ClaimsTest.flows(scenario));
        }
        return ruled;
    }

    private static @Nullable Scenario example(String slug) {
        return SCENARIOS.stream()
                .filter(scenario -> scenario.claims().examples().contains(slug))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTold(Scenario scenario) {
        return Stream.of("story.en.golden", "story.zh.golden")
                .allMatch(file -> scenario.golden(file).orElse("").contains("(1) "));
    }

    private static boolean isTold(HintKind hint) {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .map(locale -> HintText.template(hint, locale))
                .noneMatch(text -> text.meaning().isBlank() || text.advice().isBlank());
    }

    /// In scenarios that are different ones.
    private static long nearMisses(FlowKind kind) {
        return SCENARIOS.stream()
                .filter(scenario ->
                        scenario.claims().nearMisses().stream()
                                .map(Claims.NearMiss::flow)
                                .anyMatch(kind.slug()::equals))
                .count();
    }

    @Test
    void attributesThatScenariosShowAreNamed() {
        Set<String> unnamed = new HashSet<>();
        for (Scenario scenario : SCENARIOS) {
            scenario.golden("classification.golden")
                    .orElse("")
                    .lines()
                    .filter(line -> line.startsWith("flow "))
                    .forEach(line -> unnamed.addAll(unnamed(line.split(" "))));
        }
        assertThat(unnamed).isEmpty();
    }

    private static Set<String> unnamed(String[] words) {
        FlowKind kind = FlowKind.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        Set<String> unnamed = new HashSet<>();
        for (int i = 3; i < words.length && !words[i].equals("proofs"); i++) {
            // Roles are letters; what is numbered (branch1, branch2) is named once.
            if (words[i].matches("[a-z][A-Za-z]*\\d*=.*")) {
                String name = words[i].substring(0, words[i].indexOf('=')).replaceAll("\\d", "");
                if (!FlowEntry.of(kind).attributes().contains(name)) {
                    unnamed.add(kind.slug() + " " + name);
                }
            }
        }
        return unnamed;
    }
}
