package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.transaction.Conversation;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvariantsTest {

    static List<String> conversations() {
        return Conversations.ALL;
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void continuesFromAnyCutAsIfItHadNotStopped(String text) {
        List<Seen> all = ProtocolOrder.of(Conversation.of(text));
        List<LegFold> whole = GroupFold.legs(GroupFold.on(GroupFold.begin(), all));
        for (int cut = 0; cut <= all.size(); cut++) {
            GroupState saved = GroupFold.on(GroupFold.begin(), all.subList(0, cut));
            // What somebody looked at meanwhile changes nothing.
            GroupFold.legs(saved, Long.MAX_VALUE);
            GroupState continued = GroupFold.on(saved, all.subList(cut, all.size()));
            assertThat(GroupFold.legs(continued)).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void givesTheSameForMessagesShuffledWithinABreath(String text) {
        List<Seen> all = Conversation.of(text);
        List<LegFold> whole = GroupFold.fold(all);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            List<Seen> shuffled = new ArrayList<>(all);
            for (int i = 0; i + 1 < shuffled.size(); i++) {
                int j = i + random.nextInt(2);
                if (Math.abs(shuffled.get(j).time() - shuffled.get(i).time()) < 50_000_000L) {
                    Collections.swap(shuffled, i, j);
                }
            }
            assertThat(GroupFold.fold(shuffled)).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void evolvesFromTheEventsAloneToTheStateThatWasSeen(String text) {
        GroupState seen = GroupFold.on(GroupFold.begin(), ProtocolOrder.of(Conversation.of(text)));
        Evolving.assertGives(seen);
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void namesTheCauseOfEveryEventAndThePlaceOfEveryMessage(String text) {
        List<Seen> all = Conversation.of(text);
        Call call =
                CallFold.fold(Correlator.correlate(GroupFold.fold(all)).getFirst(), List.of(), 1);
        int placed = 0;
        for (CallMessage m : call.messages()) {
            placed += 1 + m.repeats().size();
            assertThat(m.transaction() > 0 || !m.stray().isEmpty()).isTrue();
        }
        assertThat(placed).isEqualTo(all.size());
        for (CallEvent event : call.events()) {
            boolean timer =
                    event.name().equals("TimerFired")
                            || event.name().equals("TransactionTerminated");
            assertThat(event.message() > 0 || timer || event.derived() instanceof DialogEvent)
                    .isTrue();
            assertThat(event.time()).isBetween(call.times().start(), call.times().end());
        }
    }

    /// Lost, swapped and repeated messages of everything at once, under one Call-ID or two.
    @Test
    void placesEveryMessageWhateverIsLostOrSwapped() {
        List<Seen> all = new ArrayList<>();
        Conversations.ALL.forEach(text -> all.addAll(Conversation.of(text)));
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<Seen> some = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                some.add(all.get(random.nextInt(all.size())));
            }
            int middle = random.nextInt(some.size());
            List<LegFold> legs = new ArrayList<>(GroupFold.fold(some.subList(0, middle)));
            legs.addAll(GroupFold.fold(some.subList(middle, some.size())));
            int placed = 0;
            for (Cluster cluster : Correlator.correlate(legs)) {
                Call call = CallFold.fold(cluster, List.of(), 1);
                for (CallMessage m : call.messages()) {
                    placed += 1 + m.repeats().size();
                    assertThat(m.transaction() > 0 || !m.stray().isEmpty()).isTrue();
                    assertThat(m.fromNode()).isBetween(0, call.nodes().size() - 1);
                }
                placed +=
                        (int)
                                call.events().stream()
                                        .filter(e -> e.name().equals("CopyDropped"))
                                        .count();
            }
            assertThat(placed).isEqualTo(some.size());
        }
    }
}
