package io.callogram.capture.reassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.decode.EndpointCache;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StreamsTest {

    private static final int SYN = 2;
    private static final int FIN = 1;
    private static final int RST = 4;
    private static final int ACK = 0x10;

    private static Packet segment(byte[] bytes, int sequence, int flags) {
        return Packet.of(bytes).tcp(5060, 5070, sequence, flags).ipv4("10.0.0.1", "10.0.0.2");
    }

    private static Packet segment(String text, int sequence) {
        return segment(text.getBytes(StandardCharsets.ISO_8859_1), sequence, ACK);
    }

    private static Wire open(int sequence) {
        return Wire.ip().add(segment(new byte[0], sequence - 1, SYN));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] stream(List<String> messages, Random random, int count) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            byte[] message =
                    random.nextInt(3) == 0
                            ? Sip.response(200, i)
                            : Sip.request("INFO", i, random.nextInt(120));
            messages.add(text(message));
            stream.writeBytes(message);
            if (random.nextInt(10) == 0) {
                stream.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return stream.toByteArray();
    }

    @Test
    void findsTheSameMessagesInFiveThousandSegmentations() {
        Random random = new Random(4);
        for (int run = 0; run < 5_000; run++) {
            List<String> messages = new ArrayList<>();
            byte[] stream = stream(messages, random, 50);
            int start = run % 3 == 0 ? -random.nextInt(stream.length) : random.nextInt();
            Wire wire = open(start);
            List<Packet> segments = segments(stream, start, random, run % 50 == 0);
            segments.forEach(wire::add);
            Received received = Received.from(wire);
            assertThat(received.texts()).as("run " + run).isEqualTo(messages);
            assertThat(received.counters().unsettled()).isZero();
            assertThat(received.payloads()).noneMatch(Payload::gap);
            long completing = messages.size() - received.counters().coalescedMessages();
            assertThat(completing).isBetween(1L, received.counters().sipPackets());
            assertThat(received.payloads().stream().map(Payload::packet).distinct())
                    .hasSize((int) completing);
        }
    }

    /// Pieces of the stream with neighbours swapped, repeated and overlapping.
    private static List<Packet> segments(byte[] stream, int start, Random random, boolean tiny) {
        List<Packet> segments = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int length = tiny ? 1 : 1 + random.nextInt(random.nextInt(4) == 0 ? 1400 : 200);
            int from = Math.max(0, at - (random.nextInt(4) == 0 ? random.nextInt(100) : 0));
            int to = Math.min(stream.length, at + length);
            segments.add(segment(Arrays.copyOfRange(stream, from, to), start + from, ACK));
            if (random.nextInt(8) == 0) {
                segments.add(segments.get(random.nextInt(segments.size())));
            }
            at = to;
        }
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (random.nextInt(3) == 0) {
                int other = Math.min(segments.size() - 1, i + 1 + random.nextInt(6));
                segments.set(i, segments.set(other, segments.get(i)));
            }
        }
        return segments;
    }

    @Test
    void countsMessagesBeyondTheFirstOfAPacket() {
        String first = text(Sip.request("INVITE", 1, 0));
        String second = text(Sip.response(180, 2));
        String third = text(Sip.response(200, 3));
        int cut = first.length() + 9;
        String all = first + second + third;
        // The first packet completes one message, the second one two, the third one nothing.
        Received received =
                Received.from(
                        open(100)
                                .add(segment(all.substring(0, cut), 100))
                                .add(segment(all.substring(cut), 100 + cut))
                                .add(segment(second.substring(0, 30), 100 + all.length())));
        assertThat(received.texts()).startsWith(first, second, third);
        assertThat(received.counters().coalescedMessages()).isEqualTo(1);
        assertThat(received.counters().sipPackets()).isEqualTo(3);
    }

    @Test
    void takesTheLineEndThatEndsAHeaderForAPartOfIt() {
        String options = text(Sip.response(200, 1));
        String invite = text(Sip.request("INVITE", 2, 0));
        int cut = options.length() + invite.length() - 2;
        Received received =
                Received.from(
                        open(100)
                                .add(segment((options + invite).substring(0, cut), 100))
                                .add(segment("\r\n", 100 + cut))
                                .add(segment("\r\n\r\n", 102 + cut)));
        assertThat(received.texts()).containsExactly(options, invite);
        assertThat(received.counters().sipPackets()).isEqualTo(2);
        assertThat(received.counters().coalescedMessages()).isZero();
        assertThat(received.counters().count(Reason.KEEP_ALIVE)).isEqualTo(1);
    }

    @Test
    void pointsAtAMessageThatLiesInOnePacketAndCopiesTheOthers() {
        byte[] first = Sip.request("INVITE", 1, 10);
        byte[] second = Sip.response(180, 2);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        int cut = first.length + 9;
        Wire wire = open(100).add(segment(Arrays.copyOf(both, cut), 100, ACK));
        wire.add(segment(Arrays.copyOfRange(both, cut, both.length), 100 + cut, ACK));
        Received received = Received.from(wire);
        Payload invite = received.payloads().get(0);
        Payload ringing = received.payloads().get(1);
        assertThat(invite.stored()).isEqualTo(invite.position());
        assertThat(
                        Arrays.copyOfRange(
                                wire.all(),
                                (int) invite.position(),
                                (int) invite.position() + first.length))
                .isEqualTo(first);
        assertThat(ringing.stored()).isNegative();
        assertThat(ringing.position()).isEqualTo(invite.position() + first.length);
        assertThat(ringing.time()).isEqualTo(2_000_000);
        assertThat(ringing.packet()).isEqualTo(wire.block().record()[2]);
        assertThat(received.counters().sipPackets()).isEqualTo(2);
        assertThat(received.counters().count(Reason.TCP_CONTROL)).isEqualTo(1);
    }

    @Test
    void resynchronisesInTheMiddleOfAStream() {
        String tail = "v=0\r\nm=audio 1\r\n";
        Received received =
                Received.from(
                        Wire.ip()
                                .add(segment(tail + text(Sip.response(200, 1)), 5000))
                                .add(
                                        segment(
                                                text(Sip.response(200, 2)),
                                                5000
                                                        + tail.length()
                                                        + Sip.response(200, 1).length)));
        assertThat(received.texts())
                .containsExactly(text(Sip.response(200, 1)), text(Sip.response(200, 2)));
        assertThat(received.counters().sipPackets()).isEqualTo(2);
    }

    @Test
    void stepsOverAHoleThatDoesNotFillAndMarksIt() {
        byte[] invite = Sip.request("INVITE", 1, 2000);
        byte[] bye = Sip.request("BYE", 2, 0);
        Wire wire = open(1).add(1_000_000, segment(Arrays.copyOf(invite, 500), 1, ACK).bytes());
        wire.add(2_000_000, segment(bye, 1 + invite.length, ACK).bytes());
        wire.add(63_000_000_000L, segment(bye, 1 + invite.length + bye.length, ACK).bytes());
        Received received = Received.from(wire);
        assertThat(received.texts())
                .containsExactly(text(invite).substring(0, 500), text(bye), text(bye));
        assertThat(received.payloads()).extracting(Payload::gap).containsExactly(true, true, false);
        assertThat(received.payloads())
                .extracting(Payload::truncated)
                .containsExactly(true, false, false);
        assertThat(received.counters().count(Incident.STREAM_GAP)).isEqualTo(1);
    }

    @Test
    void stepsOverAHoleThatTheOtherSideHasAcknowledged() {
        byte[] invite = Sip.request("INVITE", 1, 2000);
        byte[] trying = Sip.response(100, 1);
        Wire wire = withHole(invite);
        wire.add(answer(trying, 1 + invite.length));
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(text(invite).substring(0, 500), text(trying));
        assertThat(received.payloads().getFirst().truncated()).isTrue();
        assertThat(received.counters().count(Incident.STREAM_GAP)).isEqualTo(1);
    }

    @Test
    void waitsForWhatTheOtherSideHasNotAcknowledged() {
        byte[] invite = Sip.request("INVITE", 1, 2000);
        byte[] trying = Sip.response(100, 1);
        Wire wire = withHole(invite);
        wire.add(answer(new byte[0], 501));
        wire.add(segment(Arrays.copyOfRange(invite, 500, 1500), 501, ACK));
        wire.add(answer(trying, 1 + invite.length));
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(text(invite), text(trying));
        assertThat(received.counters().count(Incident.STREAM_GAP)).isZero();
    }

    /// All but bytes 500 to 1500.
    private static Wire withHole(byte[] message) {
        Wire wire = open(1).add(segment(Arrays.copyOf(message, 500), 1, ACK));
        return wire.add(segment(Arrays.copyOfRange(message, 1500, message.length), 1501, ACK));
    }

    private static Packet answer(byte[] bytes, int acknowledgement) {
        return Packet.of(bytes)
                .tcp(5070, 5060, 9000, acknowledgement, ACK)
                .ipv4("10.0.0.2", "10.0.0.1");
    }

    @Test
    void doesNotWaitForMoreThanItMayHold() {
        byte[] bye = Sip.request("BYE", 2, 1000);
        Wire wire = open(1).add(segment("\r\n", 1));
        int at = 100;
        for (int i = 0; i < 300; i++) {
            wire.add(segment(bye, at, ACK));
            at += bye.length;
        }
        Received received = Received.from(wire);
        assertThat(received.texts()).hasSize(300);
        assertThat(received.counters().count(Incident.STREAM_OUT_OF_ORDER_LIMIT)).isEqualTo(1);
        assertThat(received.payloads().getFirst().gap()).isTrue();
    }

    @Test
    void takesASnapLengthForAHoleThatNeverFills() {
        byte[] invite = Sip.request("INVITE", 1, 500);
        byte[] bye = Sip.request("BYE", 2, 0);
        Wire wire = open(1).cut(segment(invite, 1, ACK), 44 + 200);
        wire.add(segment(bye, 1 + invite.length, ACK));
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(text(invite).substring(0, 200), text(bye));
        assertThat(received.payloads().getFirst().truncated()).isTrue();
    }

    @Test
    void keepsTheFirstByteOfAConflictingRetransmission() {
        byte[] bye = Sip.request("BYE", 2, 10);
        byte[] forged = bye.clone();
        forged[30] = 'X';
        Wire wire = open(1).add(segment(Arrays.copyOfRange(bye, 20, 60), 21, ACK));
        wire.add(segment(Arrays.copyOfRange(forged, 25, bye.length), 26, ACK));
        wire.add(segment(Arrays.copyOf(bye, 25), 1, ACK));
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(text(bye));
        assertThat(received.counters().count(Incident.STREAM_CONFLICTING_RETRANSMISSION))
                .isEqualTo(1);
    }

    @Test
    void framesByContentLengthInAllItsForms() {
        String[] headers = {
            "Content-Length: 3", "CONTENT-LENGTH :3", "l:\t3", "L:\r\n 3", "Content-Length: 003"
        };
        StringBuilder stream = new StringBuilder();
        for (String header : headers) {
            stream.append("INFO sip:x SIP/2.0\r\nX: 1\r\n").append(header).append("\r\n\r\nabc");
        }
        stream.append("INFO sip:x SIP/2.0\n").append("l: 1\n\nz").append("\r\n\r\n");
        stream.append("BYE sip:x SIP/2.0\r\n\r\n").append(text(Sip.response(200, 1)));
        Received received = Received.from(open(1).add(segment(stream.toString(), 1)));
        assertThat(received.texts()).hasSize(headers.length + 3);
        assertThat(received.texts().subList(0, 5)).allMatch(message -> message.endsWith("\nabc"));
        assertThat(received.texts().get(6)).isEqualTo("BYE sip:x SIP/2.0\r\n\r\n");
        assertThat(received.counters().count(Incident.KEEP_ALIVE_IN_STREAM)).isEqualTo(1);
    }

    @Test
    void refusesToWaitForAMessageThatIsTooLarge() {
        String huge = "INFO sip:x SIP/2.0\r\nl: 99999999999\r\n\r\n";
        Received received =
                Received.from(open(1).add(segment(huge + text(Sip.response(200, 1)), 1)));
        assertThat(received.texts()).containsExactly(huge, text(Sip.response(200, 1)));
        assertThat(received.counters().count(Incident.MESSAGE_TOO_LARGE)).isEqualTo(1);
        StringBuilder endless = new StringBuilder("INFO sip:x SIP/2.0\r\n");
        endless.append("X: 1\r\n".repeat(12_000));
        Wire wire = open(1);
        for (int at = 0; at < endless.length(); at += 1000) {
            wire.add(segment(endless.substring(at, Math.min(endless.length(), at + 1000)), 1 + at));
        }
        assertThat(Received.from(wire).counters().count(Incident.MESSAGE_TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void startsAnewWithANewSynOnTheSamePorts() {
        byte[] bye = Sip.request("BYE", 2, 0);
        Wire wire =
                open(1000).add(segment(bye, 1000, ACK | FIN)).add(segment(bye, 1000, ACK | FIN));
        wire.add(segment(new byte[0], 499, SYN)).add(segment(bye, 500, ACK));
        wire.add(segment(new byte[0], 500 + bye.length, RST));
        assertThat(Received.from(wire).texts()).hasSize(2);
    }

    @Test
    void leavesOtherProtocolsAloneButComesBackForSip() {
        Received other = Received.from(web());
        assertThat(other.counters().count(Reason.TCP_OTHER)).isEqualTo(20);
        Received both = Received.from(web().add(segment(text(Sip.response(200, 1)), 10_000)));
        assertThat(both.texts()).hasSize(1);
    }

    private static Wire web() {
        Wire wire = open(1);
        for (int i = 0; i < 20; i++) {
            wire.add(segment("GET /x HTTP/1.1\r\nHost: x\r\n\r\n", 1 + i * 29));
        }
        return wire;
    }

    @Test
    void boundsAMillionHalfOpenConnections() {
        StreamTable table =
                new StreamTable(
                        new EndpointCache(),
                        new Framer(new MemorySpool(), new Counters(), payload -> {}));
        var decoded = new Decoded();
        byte[] syn = segment(new byte[0], 1, SYN).bytes();
        Arrival arrival = new Arrival();
        for (int i = 0; i < 1_000_000; i++) {
            syn[13] = (byte) (i >> 16);
            syn[14] = (byte) (i >> 8);
            syn[15] = (byte) i;
            Decoder.decode(syn, 0, syn.length, syn.length, 101, decoded);
            table.accept(decoded, arrival);
        }
        assertThat(table.memory()).isBetween(1L << 20, StreamTable.MAX_MEMORY);
        table.finish();
        assertThat(table.memory()).isZero();
    }
}
