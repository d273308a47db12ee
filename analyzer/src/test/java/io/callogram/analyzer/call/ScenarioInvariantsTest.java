package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.golden.Groups;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the folds of every Call-ID in every scenario.
class ScenarioInvariantsTest {
    private static final int WINDOW = 50_000_000;

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void continuesFromAnyCutAsIfItHadNotStopped(Scenario scenario) throws IOException {
        for (List<Seen> group : groups(scenario)) {
            List<Seen> all = ProtocolOrder.of(group);
            GroupState whole = GroupFold.on(GroupFold.begin(), all);
            Object legs = comparable(GroupFold.legs(whole));
            for (int cut = 0; cut <= all.size(); cut++) {
                GroupState saved = GroupFold.on(GroupFold.begin(), all.subList(0, cut));
                // What somebody looked at meanwhile changes nothing.
                GroupFold.legs(saved, Long.MAX_VALUE);
                GroupState continued = GroupFold.on(saved, all.subList(cut, all.size()));
                assertThat(continued).isEqualTo(whole);
                assertThat(comparable(GroupFold.legs(continued)))
                        .as("cut at %d", cut)
                        .isEqualTo(legs);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void givesTheSameHoweverItWasShuffledWithinTheWindow(Scenario scenario) throws IOException {
        List<List<Seen>> groups = groups(scenario);
        List<Call> inOrder = calls(groups);
        Random random = new Random(5);
        for (int round = 0; round < 5; round++) {
            List<List<Seen>> shuffled = new ArrayList<>();
            groups.forEach(group -> shuffled.add(shuffled(group, random)));
            Collections.shuffle(shuffled, random);
            assertThat(calls(shuffled)).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void evolvesFromTheEventsAloneToTheStateThatWasSeen(Scenario scenario) throws IOException {
        for (List<Seen> group : groups(scenario)) {
            GroupState seen = GroupFold.on(GroupFold.begin(), ProtocolOrder.of(group));
            Evolving.assertGives(seen);
        }
    }

    private List<List<Seen>> groups(Scenario scenario) throws IOException {
        return Groups.byCallId(Replay.of(scenario, folder).calls());
    }

    private static List<Call> calls(List<List<Seen>> groups) {
        List<LegFold> legs = new ArrayList<>();
        groups.forEach(group -> legs.addAll(GroupFold.fold(group)));
        List<Call> calls = new ArrayList<>();
        for (Cluster cluster : Correlator.correlate(legs)) {
            calls.add(CallFold.fold(cluster, List.of(), 1));
        }
        calls.sort(Comparator.comparing(Call::id));
        return calls;
    }

    /// Two messages change places only when less than the window lies between them. A clock that is
    /// set back is no disorder: what comes after stays after.
    private static List<Seen> shuffled(List<Seen> group, Random random) {
        Map<Seen, Long> arrival = new HashMap<>();
        long before = group.getFirst().time();
        long base = 0;
        for (Seen seen : group) {
            long passed = seen.time() - before;
            base += passed < -WINDOW ? WINDOW : passed;
            before = seen.time();
            arrival.put(seen, base + random.nextInt(WINDOW));
        }
        List<Seen> shuffled = new ArrayList<>(group);
        shuffled.sort(Comparator.comparingLong(seen -> arrival.getOrDefault(seen, 0L)));
        return shuffled;
    }

    /// Legs as calls show them, each by itself: a leg's summary holds arrays, which have no
    /// equality.
    private static List<Call> comparable(List<LegFold> legs) {
        List<Call> calls = new ArrayList<>();
        for (LegFold leg : legs) {
            calls.add(
                    CallFold.fold(
                            new Cluster(List.of(leg), Collections.singletonList(null)),
                            List.of(),
                            1));
        }
        return calls;
    }
}
