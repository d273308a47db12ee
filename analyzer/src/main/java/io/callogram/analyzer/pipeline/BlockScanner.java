package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.decode.SiftedBlock;
import io.callogram.capture.decode.Sifter;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;

/// One worker's tools: decodes a block and scans the SIP datagrams in it.
final class BlockScanner {
    private final Sifter sifter = new Sifter();
    private final Scanner scanner = new Scanner();
    private final SdpScanner sdp = new SdpScanner();
    private final int source;

    BlockScanner(int source) {
        this.source = source;
    }

    ScannedBlock scan(PacketBlock block) {
        RtpStreams streams = new RtpStreams();
        SiftedBlock sifted = sifter.sift(block, streams);
        Payload[] datagrams = sifted.datagrams();
        Seen[] seen = new Seen[datagrams.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = scan(datagrams[i]);
        }
        return new ScannedBlock(sifted, seen, streams);
    }

    Seen scan(Payload payload) {
        Sighting sighting = scanner.scan(payload, source);
        if (sighting == null) {
            throw new IllegalStateException("a payload that starts like SIP must scan as SIP");
        }
        return new Seen(sighting, sdp.of(sighting, payload.bytes(), payload.offset()));
    }
}
