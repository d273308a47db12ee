package io.callogram.capture.testing;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.PayloadSink;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Payloads;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Collects payloads with copies of their bytes.
public final class Received implements PayloadSink {

    private final List<Payload> payloads = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Spool spool = new MemorySpool();
    private Counters counters = new Counters();

    public static Received from(PacketSource source) {
        Received received = new Received();
        try {
            received.counters = Payloads.read(source, received.spool, received);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return received;
    }

    @Override
    public void accept(Payload payload) {
        payloads.add(payload);
        texts.add(
                new String(
                        payload.bytes(),
                        payload.offset(),
                        payload.length(),
                        StandardCharsets.ISO_8859_1));
    }

    public List<Payload> payloads() {
        return payloads;
    }

    public Payload only() {
        if (payloads.size() != 1) {
            throw new AssertionError("not one payload but " + texts);
        }
        return payloads.getFirst();
    }

    public List<String> texts() {
        return texts;
    }

    public Spool spool() {
        return spool;
    }

    public Counters counters() {
        return counters;
    }
}
