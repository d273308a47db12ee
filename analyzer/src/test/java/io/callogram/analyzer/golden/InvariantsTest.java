package io.callogram.analyzer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.analyzer.pipeline.MessageLoader;
import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every capture, over every scenario: messages, events and packets all accounted
/// for.
class InvariantsTest {

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void accountsForEveryPacketAndEveryMessage(Scenario scenario) throws IOException {
        Replay replay = Replay.of(scenario, folder);
        Account account = replay.account();
        long elsewhere = account.otherPackets() + account.refusedPackets();
        long media = account.rtp() + account.rtcp();
        long carried = account.sip() + account.duplicates() - account.coalesced();
        assertThat(account.balanced()).isTrue();
        assertThat(carried + media + elsewhere).isEqualTo(account.packets());
        List<Seen> messages = Groups.messages(replay.calls());
        assertThat(messages).doesNotHaveDuplicates().hasSize((int) account.sip());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void namesTheObservationBehindEveryEvent(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            Set<Object> observed = new HashSet<>(Groups.messages(List.of(call)));
            for (CallEvent event : call.events()) {
                boolean byTime = event.message() == 0;
                assertThat(event.derived().cause().time()).isEqualTo(event.time());
                assertThat(byTime || observed.contains(event.derived().cause()))
                        .as("cause of %s", event)
                        .isTrue();
                assertThat(event.message()).isBetween(0, call.messages().size());
                assertThat(event.transaction()).isBetween(0, call.transactions().size());
                assertThat(event.dialog()).isBetween(0, call.dialogs().size());
                assertThat(event.leg()).isBetween(1, call.legs().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void placesEveryMessageInATransactionOrNamesItStray(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            for (CallMessage message : call.messages()) {
                assertThat(message.transaction() > 0)
                        .as("message %d of %s", message.number(), call.id())
                        .isEqualTo(message.stray().isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void readsEveryMessageAgainFromWhereItStands(Scenario scenario) throws IOException {
        try (CaptureFile capture = CaptureFile.open(scenario.capture(), folder);
                Spool spool = new MemorySpool()) {
            Replay replay = Replay.of(capture, spool, Limits.standard(), 1);
            List<Seen> messages = Groups.messages(replay.calls());
            List<Where> places = messages.stream().map(seen -> seen.sighting().where()).toList();
            List<Where> unpacked = Places.unpack(Places.pack(places));
            MessageLoader loader = new MessageLoader(new CaptureBytes(capture, spool));
            assertThat(loader.load(unpacked)).isEqualTo(messages);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void doesNotDependOnTheNumberOfThreads(Scenario scenario) throws IOException {
        try (CaptureFile capture = CaptureFile.open(scenario.capture(), folder)) {
            List<Call> alone = with(capture, 1);
            assertThat(with(capture, 2)).isEqualTo(alone);
            assertThat(with(capture, 4)).isEqualTo(alone);
        }
    }

    private static List<Call> with(CaptureFile capture, int threads) throws IOException {
        return Replay.of(capture, new MemorySpool(), Limits.standard(), threads).calls();
    }
}
