package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Sifter;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.PayloadSink;
import java.io.IOException;

/// Both stages on one thread, for short captures.
public final class Payloads {

    private Payloads() {}

    /// Reads `source` to its end and sends every SIP payload to `sink`.
    public static Counters read(PacketSource source, Spool spool, PayloadSink sink)
            throws IOException {
        Sifter sifter = new Sifter();
        Reassembler reassembler = new Reassembler(spool, sink);
        for (PacketBlock block = source.next(); block != null; block = source.next()) {
            reassembler.accept(sifter.sift(block));
            source.over(block);
        }
        reassembler.finish();
        return reassembler.counters();
    }
}
