package io.callogram.samples.script;

import io.callogram.samples.sip.Codec;
import io.callogram.samples.sip.Sdp;
import io.callogram.samples.wire.Endpoint;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A few RTP and RTCP packets of a talk (RFC 3550): enough to tell media from signalling, not to
/// fill a disk.
final class Speech {
    private static final int PACKETS = 6;
    private static final long PACKET_TIME = 20_000_000L;
    private static final byte SILENCE = (byte) 0xd5;

    private Speech() {}

    static void between(Stage stage, Sdp one, Sdp other) {
        if (one.port() == 0
                || other.port() == 0
                || other.audio().get(0).payload() > Codec.G722.payload()) {
            return;
        }
        stream(stage, endpoint(one), endpoint(other), other);
        stream(stage, endpoint(other), endpoint(one), one);
    }

    private static Endpoint endpoint(Sdp of) {
        return Endpoint.parse(
                (of.host().indexOf(':') >= 0 ? "[" + of.host() + "]" : of.host())
                        + ":"
                        + of.port());
    }

    private static void stream(Stage stage, Endpoint from, Endpoint to, Sdp wanted) {
        int source = (int) stage.chance().number();
        int sequence = stage.chance().below(0x8000);
        int time = stage.chance().below(1 << 30);
        int payload = wanted.audio().get(0).payload();
        long at = stage.now() + 10_000_000L + stage.chance().below(9_000_000);
        for (int i = 0; i < PACKETS; i++) {
            ByteBuffer packet = ByteBuffer.allocate(172);
            packet.put((byte) 0x80).put((byte) (i == 0 ? payload | 0x80 : payload));
            packet.putShort((short) (sequence + i)).putInt(time + 160 * i).putInt(source);
            Arrays.fill(packet.array(), 12, 172, SILENCE);
            stage.raw(at + i * PACKET_TIME, from, to, packet.array());
        }
        ByteBuffer report = ByteBuffer.allocate(28);
        report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
        report.putLong(0).putInt(time).putInt(PACKETS).putInt(PACKETS * 160);
        stage.raw(
                at + PACKETS * PACKET_TIME,
                from.withPort(from.port() + 1),
                to.withPort(to.port() + 1),
                report.array());
    }
}
