package io.callogram.capture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Reason;
import io.callogram.capture.testing.Packet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DecoderTest {

    private static final String A = "10.0.0.1";
    private static final String B = "192.168.255.254";

    private final Decoded decoded = new Decoded();

    private static Packet v4() {
        return Packet.of("hello").udp(5060, 5062).ipv4(A, B);
    }

    private static Packet v6() {
        return Packet.of("hello").udp(5060, 5062).ipv6(1, 2);
    }

    static List<Arguments> paths() {
        return List.of(
                Arguments.of("ethernet", 1, v4().ethernet()),
                Arguments.of("ethernet, IPv6", 1, v6().ethernet()),
                Arguments.of(
                        "options",
                        1,
                        Packet.of("hello").udp(5060, 5062).ipv4(A, B, 1, 0, 10).ethernet()),
                Arguments.of("802.1Q", 1, v4().vlan(0x8100).ethernet()),
                Arguments.of("QinQ", 1, v4().vlan(0x8100).vlan(0x88a8).ethernet()),
                Arguments.of("0x9100", 1, v6().vlan(0x8100).vlan(0x9100).ethernet()),
                Arguments.of(
                        "SNAP", 1, v4().snap().behind(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 60)),
                Arguments.of("cooked", 113, v4().sll()),
                Arguments.of("cooked v2", 276, v6().sll2()),
                Arguments.of("raw", 101, v4()),
                Arguments.of("raw IPv6", 229, v6()),
                Arguments.of("loopback, little", 0, v4().behind(2, 0, 0, 0)),
                Arguments.of("loopback, big", 0, v4().behind(0, 0, 0, 2)),
                Arguments.of("loopback, IPv6 of macOS", 0, v6().behind(30, 0, 0, 0)),
                Arguments.of("PPP", 9, v4().ppp()),
                Arguments.of("PPP in HDLC framing", 9, v6().ppp().behind(0xff, 0x03)),
                Arguments.of("PPPoE", 1, v4().pppoe().ethernet()),
                Arguments.of("Cisco HDLC", 104, v4().behind(0x0f, 0, 8, 0)),
                Arguments.of("MPLS", 1, v4().mpls(16, 17, 18).ethernet()),
                Arguments.of("802.11", 105, wlan(v4(), 0x08)),
                Arguments.of("802.11 QoS", 105, wlanQos()),
                Arguments.of("radiotap", 127, wlan(v6(), 0x08).behind(0, 0, 9, 0, 0, 0, 0, 0, 0)),
                Arguments.of("IP in IP", 101, v4().ipv4("1.1.1.1", "2.2.2.2")),
                Arguments.of("6in4", 101, v6().ipv4("1.1.1.1", "2.2.2.2")),
                Arguments.of("4in6", 101, v4().ipv6(8, 9)),
                Arguments.of("GRE", 101, v4().gre().ipv4("1.1.1.1", "2.2.2.2")),
                Arguments.of(
                        "GRE, key, sequence",
                        101,
                        v6().greWithKeyAndSequence().ipv4("1.1.1.1", "2.2.2.2")),
                Arguments.of(
                        "GRE, Ethernet", 101, v4().ethernet().gre().ipv4("1.1.1.1", "2.2.2.2")),
                Arguments.of(
                        "VXLAN",
                        1,
                        v4().ethernet()
                                .vxlan()
                                .udp(999, 4789)
                                .ipv4("1.1.1.1", "2.2.2.2")
                                .ethernet()),
                Arguments.of(
                        "GTP-U",
                        1,
                        v4().gtp().udp(2152, 2152).ipv4("1.1.1.1", "2.2.2.2").ethernet()),
                Arguments.of(
                        "GTP-U, extended",
                        1,
                        v6().gtpExtended().udp(2152, 2152).ipv4("1.1.1.1", "2.2.2.2").ethernet()),
                Arguments.of(
                        "extensions",
                        101,
                        Packet.of("hello")
                                .udp(5060, 5062)
                                .extension(60)
                                .extension(43)
                                .extension(0)
                                .ipv6(1, 2)),
                Arguments.of(
                        "atomic fragment",
                        101,
                        Packet.of("hello").udp(5060, 5062).fragment6(9, 0).ipv6(1, 2)));
    }

    private static Packet wlan(Packet ip, int control) {
        return wlan(ip.snap(), control, false);
    }

    private static Packet wlan(Packet llc, int control, boolean isProtected) {
        return llc.behind(new int[22]).behind(control, isProtected ? 0x40 : 0);
    }

    /// The QoS control field stands behind the addresses and before SNAP.
    private static Packet wlanQos() {
        return v4().snap().behind(0, 0).behind(new int[22]).behind(0x88, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void findsTheDatagramThroughEveryLayer(String name, int link, Packet packet) {
        decode(packet.bytes(), link);
        assertThat(decoded.kind()).as(name).isEqualTo(Decoded.Kind.UDP);
        assertThat(payload()).isEqualTo("hello");
        assertThat(decoded.sourcePort()).isEqualTo(5060);
        assertThat(decoded.destinationPort()).isEqualTo(5062);
        assertThat(decoded.truncated()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void survivesEveryCutOfEveryLayer(String name, int link, Packet packet) {
        byte[] whole = packet.bytes();
        for (int captured = 0; captured < whole.length; captured++) {
            decoded.reason = Reason.ARP;
            Decoder.decode(whole, 0, captured, whole.length, link, decoded);
            boolean cutPayload = decoded.kind() == Decoded.Kind.UDP && decoded.truncated();
            boolean noted =
                    decoded.kind() == Decoded.Kind.REFUSED || decoded.kind() == Decoded.Kind.OTHER;
            assertThat(cutPayload || noted).as(name + " cut at " + captured).isTrue();
            assertThat(decoded.offset() + decoded.length()).isLessThanOrEqualTo(captured);
        }
    }

    @Test
    void readsAddresses() {
        decode(v4().ethernet().bytes(), 1);
        EndpointCache endpoints = new EndpointCache();
        assertThat(endpoints.source(decoded)).hasToString("10.0.0.1:5060");
        assertThat(endpoints.destination(decoded)).hasToString("192.168.255.254:5062");
        assertThat(endpoints.source(decoded)).isSameAs(endpoints.source(decoded));
        decode(v6().ethernet().bytes(), 1);
        assertThat(endpoints.source(decoded)).hasToString("[2001:db8::1]:5060");
    }

    @Test
    void leavesOutEthernetPadding() {
        decode(Arrays.copyOf(v4().ethernet().bytes(), 60), 1);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void readsTcp() {
        decode(Packet.of("data").tcp(1, 2, 0xf000_0001, 0x13).ipv4(A, B).bytes(), 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.TCP);
        assertThat(decoded.sequence()).isEqualTo(0xf000_0001);
        assertThat(decoded.syn()).isTrue();
        assertThat(decoded.fin()).isTrue();
        assertThat(decoded.reset()).isFalse();
        assertThat(payload()).isEqualTo("data");
    }

    @Test
    void readsFragments() {
        decode(Packet.of(new byte[16], 17).ipv4(A, B, 77, 0x2003).bytes(), 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.FRAGMENT);
        assertThat(decoded.fragmentOffset()).isEqualTo(24);
        assertThat(decoded.moreFragments()).isTrue();
        assertThat(decoded.protocol()).isEqualTo(17);
        decode(Packet.of(new byte[5], 17).fragment6(78, 32).ipv6(1, 2).bytes(), 101);
        assertThat(decoded.fragmentOffset()).isEqualTo(32);
        assertThat(decoded.moreFragments()).isFalse();
        assertThat(decoded.fragmentId()).isEqualTo(78);
    }

    @Test
    void refusesAChainOfFourThousandExtensionHeaders() {
        Packet packet = Packet.of("hello").udp(5060, 5062);
        for (int i = 0; i < 4000; i++) {
            packet = packet.extension(60);
        }
        decode(packet.ipv6(1, 2).bytes(), 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.REFUSED);
        assertThat(decoded.reason()).isEqualTo(Reason.EXTENSION_CHAIN_TOO_LONG);
    }

    @Test
    void allowsSixteenExtensionHeadersAndEightNestedPackets() {
        Packet packet = Packet.of("hello").udp(5060, 5062);
        for (int i = 0; i < 16; i++) {
            packet = packet.extension(60);
        }
        decode(packet.ipv6(1, 2).bytes(), 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.UDP);
        Packet nested = v4();
        for (int i = 0; i < 7; i++) {
            nested = nested.ipv4(A, B);
        }
        decode(nested.bytes(), 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.UDP);
        decode(nested.ipv4(A, B).bytes(), 101);
        assertThat(decoded.reason()).isEqualTo(Reason.NESTED_TOO_DEEP);
    }

    @Test
    void doesNotTakeAPacketQuotedByIcmpForAPayload() {
        byte[] quoted =
                Packet.of(v4().behind(3, 3, 0, 0, 0, 0, 0, 0).bytes(), 1).ipv4(B, A).bytes();
        decode(quoted, 101);
        assertThat(decoded.kind()).isEqualTo(Decoded.Kind.OTHER);
        assertThat(decoded.reason()).isEqualTo(Reason.ICMP);
    }

    @Test
    void namesWhatItDoesNotKnow() {
        decode(new byte[60], 147);
        assertThat(decoded.reason()).isEqualTo(Reason.UNKNOWN_LINK_TYPE);
        decode(wlan(v4().snap(), 0x08, true).bytes(), 105);
        assertThat(decoded.reason()).isEqualTo(Reason.WLAN_PROTECTED);
    }

    private void decode(byte[] bytes, int link) {
        Decoder.decode(bytes, 0, bytes.length, bytes.length, link, decoded);
    }

    private String payload() {
        return new String(
                decoded.bytes(), decoded.offset(), decoded.length(), StandardCharsets.ISO_8859_1);
    }
}
