package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.analyzer.sip.PlaceReader;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.packet.Hash64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads messages again from where they stand, and scans them as they were scanned the first time.
public final class MessageLoader {
    /// One call's values at a time.
    private static final int CACHE = 1 << 7;

    private final CaptureBytes bytes;
    private final Scanner scanner = new Scanner(CACHE);
    private byte[] buffer = new byte[1 << 12];
    private final SdpScanner sdp = new SdpScanner();

    public MessageLoader(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    /// Those that were not erased.
    public List<Seen> load(List<Where> places) {
        List<Seen> messages = new ArrayList<>(places.size());
        long first = bytes.first();
        for (Where where : places) {
            if (where.position() >= first) {
                int length = read(where.stored(), where.length());
                messages.add(seen(where.again(length, hash(length))));
            }
        }
        return messages;
    }

    private List<Seen> load(PlaceReader places) {
        List<Seen> messages = new ArrayList<>(places.left());
        long first = bytes.first();
        while (places.next()) {
            if (places.position() >= first) {
                int length = read(places.stored(), places.length());
                messages.add(seen(places.where(length, hash(length))));
            }
        }
        return messages;
    }

    /// The messages of a group, read again when they are not at hand.
    List<Seen> load(Group group) {
        if (!group.isAtHand()) {
            return load(group.places.reader());
        }
        long first = bytes.first();
        return group.seen.stream()
                .filter(seen -> seen.sighting().where().position() >= first)
                .toList();
    }

    private long hash(int length) {
        return Hash64.of(buffer, 0, length);
    }

    private Seen seen(Where where) {
        Sighting sighting = scanner.scan(buffer, 0, where);
        if (sighting == null) {
            throw new IllegalStateException(
                    "what stood at " + where.position() + " is no longer SIP");
        }
        return new Seen(sighting, sdp.of(sighting, buffer, 0));
    }

    /// Into the buffer; how many bytes there are.
    private int read(long stored, int length) {
        if (buffer.length < length) {
            buffer = new byte[Math.max(length, buffer.length * 2)];
        }
        try {
            return bytes.read(stored, buffer, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the capture again: " + e.getMessage(), e);
        }
    }
}
