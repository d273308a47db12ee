package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads messages again from where they stand, and scans them as they were scanned the first time.
public final class MessageLoader {
    private final CaptureBytes bytes;
    private final Scanner scanner = new Scanner();
    private final SdpScanner sdp = new SdpScanner();

    public MessageLoader(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    public List<Seen> load(List<Where> places) {
        List<Seen> messages = new ArrayList<>(places.size());
        for (Where where : places) {
            messages.add(load(where));
        }
        return messages;
    }

    private Seen load(Where where) {
        byte[] message = read(where);
        Payload payload =
                new Payload(
                        where.time(),
                        where.from(),
                        where.to(),
                        where.transport(),
                        message,
                        0,
                        message.length,
                        where.position(),
                        where.stored(),
                        where.packet(),
                        Hash64.of(message),
                        where.truncated(),
                        where.gap());
        Sighting sighting = scanner.scan(payload, where.source());
        if (sighting == null) {
            throw new IllegalStateException(
                    "what stood at " + where.position() + " is no longer SIP");
        }
        return new Seen(sighting, sdp.of(sighting, message, 0));
    }

    private byte[] read(Where where) {
        try {
            return bytes.read(where.stored(), where.length());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the capture again: " + e.getMessage(), e);
        }
    }
}
