package io.callogram.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.capture.decode.LinkTypes;
import io.callogram.capture.hep.HepAddress;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.hep.HepSender;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveOptions;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.SourceView.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A live source from its sender into the log and the list, over a real socket.
class LiveSourcesTest {

    @TempDir private Path folder;

    private static void await(Desk desk, BooleanSupplier holds) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        try (var _ =
                desk.subscribe(_ -> {
                    if (holds.getAsBoolean()) {
                        held.countDown();
                    }
                })) {
            assertThat(holds.getAsBoolean() || held.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static byte[] packet(String message, int from, int to) {
        byte[] sip = message.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer packet = ByteBuffer.allocate(28 + sip.length);
        packet.putInt(0x4500_0000 | 28 + sip.length).putInt(0).putInt(0x4011_0000);
        packet.putInt(0x0a00_0001).putInt(0x0a00_0002);
        packet.putShort((short) from).putShort((short) to).putShort((short) (8 + sip.length));
        return packet.putShort((short) 0).put(sip).array();
    }

    private static String message(String start, int number) {
        return start
                + "\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK"
                + number
                + "\r\nFrom: <sip:alice@x>;tag=1\r\nTo: <sip:bob@x>\r\nCall-ID: "
                + number
                + "@x\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n";
    }

    private static void send(HepAddress to, byte[] key, int from, int count) throws IOException {
        try (HepSender sender = new HepSender(to, key)) {
            for (int i = from; i < from + count; i++) {
                byte[] request = packet(message("MESSAGE sip:bob@x SIP/2.0", i), 5060, 5062);
                byte[] answer = packet(message("SIP/2.0 200 OK", i), 5062, 5060);
                long now = System.currentTimeMillis() * 1_000_000;
                sender.frame(now, LinkTypes.RAW, request.length, request, 0, request.length);
                sender.frame(now, LinkTypes.RAW, answer.length, answer, 0, answer.length);
            }
            assertThat(sender.sent()).isEqualTo(2L * count);
        }
    }

    private static HepAddress address(SourceView source) {
        String what = Objects.requireNonNull(source.capture()).what();
        return Objects.requireNonNull(HepAddress.parse(what.substring("HEP ".length())));
    }

    @Test
    void showsWhatComesWhileItComesAndKeepsIt() throws Exception {
        byte[] key = "a key".getBytes(StandardCharsets.UTF_8);
        int id;
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            HepOptions options =
                    HepOptions.of(Objects.requireNonNull(HepAddress.parse("udp:127.0.0.1:0")))
                            .withKey(key);
            SourceView begun = desk.listen(options);
            id = begun.id();
            assertThat(begun.state()).isEqualTo(State.LIVE);
            assertThat(desk.sources()).hasSize(1);
            send(address(begun), key, 0, 20);
            send(address(begun), "another".getBytes(StandardCharsets.UTF_8), 100, 5);
            await(desk, () -> desk.source(id).orElseThrow().calls() == 20);
            assertThat(desk.source(id).orElseThrow().state()).isEqualTo(State.LIVE);
            assertThat(desk.captures().stop(id)).isTrue();
            assertThat(desk.captures().stop(id)).isFalse();
            assertBalanced(Objects.requireNonNull(desk.source(id).orElseThrow().capture()));
            assertThat(desk.counters())
                    .containsEntry("hep_stored", 40L)
                    .containsEntry("hep_dropped_unauthenticated", 10L);
            await(desk, () -> desk.source(id).orElseThrow().state() == State.READY);
        }
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            await(desk, () -> desk.source(id).orElseThrow().state() == State.READY);
            assertThat(desk.source(id).orElseThrow().calls()).isEqualTo(20);
            assertThat(desk.source(id).orElseThrow().account().balanced()).isTrue();
            CaptureView known = Objects.requireNonNull(desk.source(id).orElseThrow().capture());
            assertBalanced(known);
            assertThat(known.kind()).isEqualTo(CaptureView.Kind.HEP);
            assertThat(known.complete()).isTrue();
            assertThat(known.stored()).isEqualTo(desk.source(id).orElseThrow().account().packets());
            assertThat(desk.removeSource(id)).isTrue();
            assertThat(desk.sources()).isEmpty();
        }
    }

    private static void assertBalanced(CaptureView view) {
        assertThat(view.state()).isEqualTo(CaptureView.State.ENDED);
        assertThat(view.received()).isEqualTo(50);
        assertThat(view.stored()).isEqualTo(40);
        assertThat(view.waiting()).isZero();
        assertThat(view.dropped()).containsEntry("unauthenticated", 10L);
        assertThat(view.stored() + view.dropped().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(view.received());
    }

    @Test
    void listsASourceWithoutAnyPacketYet() throws Exception {
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            HepOptions options =
                    HepOptions.of(Objects.requireNonNull(HepAddress.parse("udp:127.0.0.1:0")));
            desk.listen(options);
            SourceView listed = desk.sources().getFirst();
            assertThat(listed.state()).isEqualTo(State.LIVE);
            assertThat(listed.calls() + listed.messages() + listed.account().packets()).isZero();
            assertThat(Objects.requireNonNull(listed.capture()).received()).isZero();
        }
    }

    @Test
    void forgetsASourceThatIsRemovedWhileItIsCaptured() throws Exception {
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            SourceView begun =
                    desk.listen(
                            HepOptions.of(
                                    Objects.requireNonNull(HepAddress.parse("tcp:127.0.0.1:0"))));
            assertThat(desk.removeSource(begun.id())).isTrue();
            assertThat(desk.sources()).isEmpty();
            assertThat(desk.removeSource(begun.id())).isFalse();
        }
    }

    @Test
    void leavesNothingBehindWhenACaptureIsRefused() throws Exception {
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            LiveOptions options = LiveOptions.of(List.of("nonesuch0"), null);
            assertThatThrownBy(() -> desk.captures().start(options))
                    .isInstanceOf(CaptureRefused.class)
                    .hasMessageContaining("no interface nonesuch0");
            assertThat(desk.sources()).isEmpty();
        }
    }
}
