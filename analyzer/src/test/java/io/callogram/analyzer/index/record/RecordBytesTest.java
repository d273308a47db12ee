package io.callogram.analyzer.index.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Ground;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordBytesTest {

    private static final Endpoint V4 = new Endpoint(IpAddress.v4(0xc0a80001), 5060);
    private static final Endpoint V6 = new Endpoint(IpAddress.v6(-1, Long.MIN_VALUE), 65535);

    private static final Hint HINT = new Hint(HintKind.NO_ACK, List.of(3), Map.of("code", "200"));

    private static final MediaStream MEDIA =
            new MediaStream(V4, V6, 0xffff_ffffL, 127, true, 1L << 40, 7, 5, 3);

    private static CallRecord record(
            @Nullable String outcomeClass, @Nullable Ended ended, Where... places) {
        Party party = new Party("爱丽丝", "A \"B\"", "", "8613800138000");
        Times times =
                new Times(
                        1_795_344_127_118_000_001L,
                        1_795_344_127_118_000_000L,
                        -1,
                        0,
                        Long.MAX_VALUE);
        boolean bare = outcomeClass == null;
        return new CallRecord(
                new CallRow(
                        "c-1",
                        70_000,
                        CallKind.CALL,
                        party,
                        Party.NONE,
                        List.of("x@y"),
                        Outcome.NO_ANSWER,
                        outcomeClass,
                        487,
                        ended,
                        times,
                        List.of(
                                new LegRow("x@y", "爱丽丝", "b", null),
                                new LegRow(
                                        "z",
                                        "",
                                        "",
                                        new Link(
                                                "scored",
                                                1,
                                                List.of(
                                                        new Ground(
                                                                "other-parties",
                                                                List.of("a", ""),
                                                                -40)),
                                                85))),
                        1,
                        2,
                        3,
                        4,
                        5,
                        bare ? null : FlowKind.HOLD,
                        bare ? List.of() : List.of(flow(times.start())),
                        bare ? List.of() : List.of(HINT)),
                "a.pcap",
                new Facts(
                        List.of(party),
                        List.of(),
                        List.of("1"),
                        List.of("INVITE"),
                        List.of(100, 699),
                        List.of("a"),
                        List.of(V4.address(), V6.address()),
                        List.of(1, 65535)),
                bare ? List.of() : List.of(MEDIA),
                List.of(places));
    }

    private static Flow flow(long start) {
        return new Flow(
                FlowKind.HOLD,
                Confidence.LOW,
                List.of(new Proof(9, "hold-offer"), new Proof(300, "resume")),
                Map.of("A", "爱丽丝"),
                Map.of(),
                start + 5,
                start - 7);
    }

    @Test
    void givesBackEveryComponent() {
        CallRecord full =
                record(
                        "auth",
                        Ended.NETWORK,
                        new Where(
                                70_000,
                                1L << 47,
                                1L << 47,
                                (1L << 47) - 42,
                                812,
                                5,
                                V4,
                                V6,
                                Transport.UDP,
                                0,
                                true,
                                false),
                        new Where(
                                70_001,
                                24,
                                ~9_000_000_000L,
                                100,
                                0,
                                -7,
                                V6,
                                V4,
                                Transport.WS,
                                0,
                                false,
                                true));
        assertThat(RecordBytes.unpack(RecordBytes.pack(full), 0)).isEqualTo(full);
    }

    @Test
    void givesBackWhatIsAbsent() {
        CallRecord bare = record(null, null);
        assertThat(RecordBytes.unpack(RecordBytes.pack(bare), 0)).isEqualTo(bare);
    }

    @Test
    void readsBehindAnOffset() {
        byte[] packed = RecordBytes.pack(record(null, null));
        byte[] shifted = new byte[packed.length + 9];
        System.arraycopy(packed, 0, shifted, 9, packed.length);
        assertThat(RecordBytes.unpack(shifted, 9)).isEqualTo(record(null, null));
    }

    @Test
    void spendsFewBytesOnAMessage() {
        Where[] places = new Where[10];
        Arrays.setAll(places, i -> place(i));
        int without = RecordBytes.pack(record(null, null)).length;
        assertThat(RecordBytes.pack(record(null, null, places)).length - without)
                .isLessThan(10 * 28);
    }

    private static Where place(int i) {
        long position = 4096 + i * 900L;
        long time = 1_795_344_127_118_000_001L + i * 30_000_000L;
        return new Where(
                70_000,
                position,
                position,
                position - 42,
                812,
                time,
                V4,
                V6,
                Transport.UDP,
                0,
                false,
                false);
    }
}
