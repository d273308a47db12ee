package io.callogram.samples.script;

import io.callogram.samples.sip.Codec;
import io.callogram.samples.sip.Direction;
import io.callogram.samples.sip.Sdp;
import java.util.List;

/// First session descriptions of parties, as varied as the field's.
final class Sessions {
    private static final List<List<Codec>> OFFERS =
            List.of(
                    List.of(Codec.PCMU, Codec.PCMA, Codec.EVENT),
                    List.of(Codec.PCMA, Codec.PCMU, Codec.G729, Codec.EVENT),
                    List.of(Codec.OPUS, Codec.G722, Codec.PCMU, Codec.PCMA, Codec.EVENT),
                    List.of(Codec.G729, Codec.PCMA, Codec.EVENT),
                    List.of(Codec.AMR_WB, Codec.PCMA, Codec.EVENT),
                    List.of(Codec.PCMA));
    private static final List<String> OWNERS =
            List.of("-", "root", "user1", "Tinyua", "FreeSpindle", "1000");

    private Sessions() {}

    static Sdp first(Chance chance, Node node) {
        String sentBy = node.sentBy();
        int close = sentBy.indexOf(']');
        String host =
                close > 0 ? sentBy.substring(1, close) : sentBy.substring(0, colonOrEnd(sentBy));
        long session = 1_000_000_000L + chance.below(1_000_000_000);
        Sdp audio =
                new Sdp(
                        chance.pick(OWNERS),
                        session,
                        chance.of(0.5) ? session : chance.between(1, 4000),
                        host,
                        chance.between(8_000, 30_000) * 2,
                        chance.pick(OFFERS),
                        0,
                        List.of(),
                        0,
                        Direction.SENDRECV,
                        false,
                        chance.of(0.15));
        return chance.of(0.06)
                ? audio.withVideo(audio.port() + 2, List.of(Codec.H264, Codec.VP8))
                : audio;
    }

    private static int colonOrEnd(String sentBy) {
        int colon = sentBy.indexOf(':');
        return colon < 0 ? sentBy.length() : colon;
    }
}
