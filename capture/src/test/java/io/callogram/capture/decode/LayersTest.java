package io.callogram.capture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.testing.Packet;
import org.junit.jupiter.api.Test;

final class LayersTest {

    @Test
    void namesTheWholePathWithItsFields() {
        byte[] packet =
                Packet.of("hello")
                        .udp(5060, 5062)
                        .ipv4("10.0.0.1", "10.0.0.2")
                        .gtp()
                        .udp(2152, 2152)
                        .ipv4("1.1.1.1", "2.2.2.2")
                        .vlan(0x8100)
                        .ethernet()
                        .bytes();
        var path = Layers.of(packet, 0, packet.length, packet.length, 1);
        assertThat(path)
                .extracting(Layers.Described::name)
                .containsExactly(
                        "Ethernet",
                        "802.1Q VLAN",
                        "IPv4",
                        "UDP",
                        "GTP-U",
                        "IPv4",
                        "UDP",
                        "Payload");
        assertThat(path.get(1).fields()).contains(new Layers.Field("Id", "42"));
        assertThat(path.get(2).offset()).isEqualTo(18);
        assertThat(path.get(2).length()).isEqualTo(20);
        assertThat(path.get(4).fields()).contains(new Layers.Field("Tunnel", "0x00000063"));
        assertThat(path.get(5).fields())
                .contains(new Layers.Field("Source", "10.0.0.1"))
                .contains(new Layers.Field("Protocol", "17"));
        assertThat(path.get(6).fields()).contains(new Layers.Field("Source port", "5060"));
        assertThat(path.getLast().length()).isEqualTo(5);
    }

    @Test
    void showsACutPacketAsFarAsItGoes() {
        byte[] packet = Packet.of("hello").tcp(5060, 5062, 1, 0x12).ipv6(1, 2).ethernet().bytes();
        for (int captured = 0; captured < packet.length; captured++) {
            var path = Layers.of(packet, 0, captured, packet.length, 1);
            for (Layers.Described layer : path) {
                assertThat(layer.offset() + layer.length()).isLessThanOrEqualTo(captured);
            }
        }
        var path = Layers.of(packet, 0, packet.length, packet.length, 1);
        assertThat(path.get(2).fields()).contains(new Layers.Field("Flags", "SYN ACK"));
    }
}
