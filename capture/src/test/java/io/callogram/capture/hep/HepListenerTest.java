package io.callogram.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.decode.Layers;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.testing.Hep3;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HepListenerTest {

    private static final byte[] MESSAGE = Sip.request("INVITE", 1, 10);

    private final List<byte[]> frames = new ArrayList<>();

    private HepListener listen(String address, @Nullable String key, String... allowed)
            throws IOException {
        HepOptions options =
                HepOptions.of(Objects.requireNonNull(HepAddress.parse(address)))
                        .withKey(key == null ? null : key.getBytes(StandardCharsets.UTF_8))
                        .withAllowed(
                                Objects.requireNonNull(AllowedSources.parse(List.of(allowed))));
        return HepListener.start(
                options,
                (_, link, original, bytes, offset, length) -> {
                    assertThat(link).isEqualTo(101);
                    assertThat(original).isEqualTo(length);
                    frames.add(Arrays.copyOfRange(bytes, offset, offset + length));
                });
    }

    private static void send(HepListener listener, byte[]... messages) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (byte[] message : messages) {
                InetAddress to = listener.address().socket().getAddress();
                int port = listener.address().socket().getPort();
                socket.send(new DatagramPacket(message, message.length, to, port));
            }
        }
        awaitReceived(listener, messages.length);
    }

    private static void awaitReceived(HepListener listener, long count) {
        while (listener.counters().received() < count) {
            Thread.onSpinWait();
        }
    }

    private Received read() {
        Wire wire = Wire.ip();
        frames.forEach(frame -> wire.add(wire.count(), frame));
        return Received.from(wire);
    }

    private static void assertBalanced(HepCounters c) {
        long named =
                c.notAllowed()
                        + c.unauthenticated()
                        + c.malformed()
                        + c.tooLarge()
                        + c.queueDrops();
        assertThat(c.handedOn() + c.waiting() + named).isEqualTo(c.received());
        assertThat(c.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp:127.0.0.1:0", "udp:[::1]:0"})
    void keepsEachDatagramAsItCame(String address) throws IOException {
        byte[] third = Hep3.v4(17).chunk(0, 15, MESSAGE).bytes();
        HepListener listener = listen(address, null);
        send(listener, third, Hep3.version2(MESSAGE), "nothing of the kind".getBytes());
        listener.close();
        assertThat(listener.counters().malformed()).isEqualTo(1);
        assertThat(listener.counters().handedOn()).isEqualTo(2);
        assertBalanced(listener.counters());
        byte[] frame = frames.getFirst();
        assertThat(Arrays.copyOfRange(frame, frame.length - third.length, frame.length))
                .isEqualTo(third);
        var layers = Layers.of(frame, 0, frame.length, frame.length, 101);
        assertThat(layers.get(2).fields())
                .contains(
                        new Layers.Field(
                                "Destination port",
                                Integer.toString(listener.address().socket().getPort())));
        assertThat(read().payloads())
                .extracting(payload -> payload.source().toString())
                .containsExactly("10.1.1.1:5060", "10.1.1.1:5060");
    }

    @Test
    void dropsAndCountsWhatHasNotTheKey() throws IOException {
        HepListener listener = listen("udp:127.0.0.1:0", "key");
        List<byte[]> messages = new ArrayList<>();
        for (String given : List.of("", "k", "ke", "kez", "keys", "KEY", "key\0", "key")) {
            messages.add(Hep3.v4(17).text(14, given).chunk(0, 15, MESSAGE).bytes());
        }
        messages.add(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes());
        messages.add(Hep3.v4(17).lying(0, 14, 0, new byte[0]).chunk(0, 15, MESSAGE).bytes());
        messages.add(Hep3.version2(MESSAGE));
        send(listener, messages.toArray(new byte[0][]));
        listener.close();
        assertThat(frames).hasSize(1);
        assertThat(listener.counters().unauthenticated()).isEqualTo(messages.size() - 1);
        assertBalanced(listener.counters());
    }

    @Test
    void dropsAndCountsWhatComesFromElsewhere() throws IOException {
        byte[] message = Hep3.v4(17).chunk(0, 15, MESSAGE).bytes();
        HepListener listener = listen("udp:127.0.0.1:0", null, "10.0.0.0/8", "::1");
        send(listener, message);
        listener.close();
        assertThat(frames).isEmpty();
        assertThat(listener.counters().notAllowed()).isEqualTo(1);
        assertBalanced(listener.counters());
        HepListener other = listen("udp:127.0.0.1:0", null, "10.0.0.0/8", "127.0.0.0/9");
        send(other, message);
        other.close();
        assertThat(frames).hasSize(1);
    }

    @Test
    void takesVersion3OverConnections() throws IOException {
        byte[] message = Hep3.v4(6).chunk(0, 15, MESSAGE).bytes();
        HepListener listener = listen("tcp:127.0.0.1:0", null);
        try (Socket socket = connect(listener)) {
            for (int i = 0; i < 5; i++) {
                socket.getOutputStream().write(message, 0, 20);
                socket.getOutputStream().flush();
                socket.getOutputStream().write(message, 20, message.length - 20);
            }
            awaitReceived(listener, 5);
        }
        try (Socket socket = connect(listener)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        listener.close();
        assertThat(read().payloads())
                .hasSize(5)
                .allSatisfy(p -> assertThat(p.source()).hasToString("10.1.1.1:5060"));
        assertThat(listener.counters().malformed()).isEqualTo(1);
        assertBalanced(listener.counters());
    }

    @Test
    void receivesWhatItsSenderSends() throws IOException {
        HepListener listener = listen("udp:127.0.0.1:0", "key");
        byte[] key = "key".getBytes(StandardCharsets.UTF_8);
        byte[] packet =
                Packet.of(MESSAGE).udp(5060, 5062).ipv4("10.9.9.9", "10.8.8.8").ethernet().bytes();
        byte[] six = Packet.of(MESSAGE).udp(5060, 5062).ipv6(1, 2).ethernet().bytes();
        try (HepSender sender = new HepSender(listener.address(), key)) {
            sender.frame(1_000_000_001L, 1, packet.length, packet, 0, packet.length);
            sender.frame(2_000_000_001L, 1, six.length, six, 0, six.length);
            assertThat(sender.sent()).isEqualTo(2);
            awaitReceived(listener, 2);
        }
        listener.close();
        Received received = read();
        String text = new String(MESSAGE, StandardCharsets.ISO_8859_1);
        assertThat(received.texts()).containsExactly(text, text);
        Payload payload = received.payloads().getFirst();
        assertThat(payload.source()).hasToString("10.9.9.9:5060");
        assertThat(payload.destination()).hasToString("10.8.8.8:5062");
        assertThat(received.payloads().getLast().source()).hasToString("[2001:db8::1]:5060");
    }

    @Test
    void saysWhatItCannotListenOn() throws IOException {
        HepListener listener = listen("udp:127.0.0.1:0", null);
        assertThatThrownBy(() -> listen(listener.address().toString(), null))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot listen on udp:127.0.0.1:");
        listener.close();
        for (String wrong : List.of("", "udp", "udp:1", "http:1.1.1.1:80", "udp::99", "udp:h:-1")) {
            assertThat(HepAddress.parse(wrong)).as(wrong).isNull();
        }
        for (String wrong : List.of("", "10.0.0.0/33", "::/129", "10.0.0.0/x", "example.com")) {
            assertThat(AllowedSources.parse(List.of(wrong))).as(wrong).isNull();
        }
    }

    private static Socket connect(HepListener listener) throws IOException {
        var address = listener.address().socket();
        return new Socket(address.getAddress(), address.getPort());
    }
}
