package io.callogram.analyzer.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import org.junit.jupiter.api.Test;

class RtpStreamsTest {
    private final Endpoint alice = new Endpoint(IpAddress.v4(0x0a000001), 4000);
    private final Endpoint bob = new Endpoint(IpAddress.v4(0x0a000002), 5000);

    @Test
    void countsAStreamOverTheWrapOfItsSequenceNumbers() {
        RtpStreams streams = new RtpStreams();
        for (int i = 0; i < 10; i++) {
            streams.rtp(alice, bob, i * 20L, packet(8, 0xfffb + i, 0x1234), 0);
        }
        assertThat(streams.at(bob)).isEmpty(); // a part knows no endpoints until it is absorbed
        RtpStreams whole = new RtpStreams();
        whole.absorb(streams);
        assertThat(whole.at(bob)).hasSize(1);
        RtpStream stream = whole.at(alice).iterator().next();
        assertThat(stream.packets()).isEqualTo(10);
        assertThat(stream.proven()).isTrue();
        assertThat(stream.payloadType()).isEqualTo(8);
        assertThat(stream.ssrc()).isEqualTo(0x1234);
        assertThat(stream.first()).isZero();
        assertThat(stream.last()).isEqualTo(180);
    }

    @Test
    void countsTheSameInPartsAsAtOnce() {
        RtpStreams first = new RtpStreams();
        RtpStreams second = new RtpStreams();
        for (int i = 0; i < 6; i++) {
            (i < 2 ? first : second).rtp(alice, bob, i, packet(0, i, 7), 0);
        }
        RtpStreams whole = new RtpStreams();
        whole.absorb(first);
        whole.absorb(second);
        assertThat(whole.all()).hasSize(1);
        assertThat(whole.all().iterator().next().packets()).isEqualTo(6);
        assertThat(whole.all().iterator().next().proven()).isTrue();
    }

    @Test
    void believesAStreamWhoseEveryPacketWasCapturedInAndBehindTunnels() {
        RtpStreams streams = new RtpStreams();
        for (int i = 0; i < 72; i++) {
            streams.rtp(alice, bob, i, packet(0, i / 3, 7), 0);
        }
        assertThat(streams.all().iterator().next().packets()).isEqualTo(72);
        assertThat(streams.all().iterator().next().proven()).isTrue();
    }

    @Test
    void doesNotBelieveBytesThatHardlyEverChange() {
        RtpStreams streams = new RtpStreams();
        for (int i = 0; i < 72; i++) {
            streams.rtp(alice, bob, i, packet(0, i / 24, 7), 0);
        }
        assertThat(streams.all().iterator().next().proven()).isFalse();
    }

    @Test
    void doesNotBelieveRandomBytesThatBeginLikeRtp() {
        RtpStreams streams = new RtpStreams();
        int[] sequences = {4711, 9, 33_000, 120, 60_001};
        for (int sequence : sequences) {
            streams.rtp(alice, bob, 1, packet(0, sequence, 7), 0);
        }
        assertThat(streams.all().iterator().next().proven()).isFalse();
    }

    @Test
    void keepsRtcpApart() {
        RtpStreams streams = new RtpStreams();
        byte[] report = new byte[12];
        report[0] = (byte) 0x80;
        report[1] = (byte) 200;
        report[7] = 9;
        streams.rtcp(alice, bob, 5, report, 0);
        RtpStream stream = streams.all().iterator().next();
        assertThat(stream.rtcp()).isTrue();
        assertThat(stream.payloadType()).isEqualTo(200);
        assertThat(stream.ssrc()).isEqualTo(9);
    }

    @Test
    void forgetsTheOldestStreamsButNotTheirPackets() {
        RtpStreams streams = new RtpStreams(3);
        for (int ssrc = 1; ssrc <= 5; ssrc++) {
            RtpStreams part = new RtpStreams();
            for (int i = 0; i < 4; i++) {
                part.rtp(alice, ssrc % 2 == 0 ? alice : bob, i, packet(0, i, ssrc), 0);
            }
            streams.absorb(part);
        }
        assertThat(streams.all()).extracting(RtpStream::ssrc).containsExactly(3, 4, 5);
        assertThat(streams.at(bob)).extracting(RtpStream::ssrc).containsExactly(3, 5);
        assertThat(streams.count()).isEqualTo(5);
        assertThat(streams.forgotten()).isEqualTo(2);
        assertThat(streams.packets()).isEqualTo(new RtpStreams.Packets(20, 0));
    }

    private static byte[] packet(int payloadType, int sequence, int ssrc) {
        byte[] bytes = new byte[12];
        bytes[0] = (byte) 0x80;
        bytes[1] = (byte) payloadType;
        bytes[2] = (byte) (sequence >> 8);
        bytes[3] = (byte) sequence;
        bytes[8] = (byte) (ssrc >> 24);
        bytes[9] = (byte) (ssrc >> 16);
        bytes[10] = (byte) (ssrc >> 8);
        bytes[11] = (byte) ssrc;
        return bytes;
    }
}
