package io.callogram.capture.file;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Trouble;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Payloads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a capture in memory turns out to hold.
record Opened(List<CapturedPacket> packets, List<Long> records, List<Trouble> troubles) {

    static Opened of(byte[] file, Path folder) throws IOException {
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(file), folder)) {
            return of(capture);
        }
    }

    static Opened of(CaptureFile capture) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        PacketSource source = capture.packets();
        for (PacketBlock block = source.next(); block != null; block = source.next()) {
            for (int i = 0; i < block.count(); i++) {
                int start = block.start()[i];
                records.add(block.record()[i]);
                packets.add(
                        new CapturedPacket(
                                block.time()[i],
                                block.link()[i],
                                block.original()[i],
                                Arrays.copyOfRange(
                                        block.bytes(), start, start + block.captured()[i])));
            }
            source.over(block);
        }
        return new Opened(packets, records, source.troubles());
    }

    /// Reads everything, as the product does.
    static Counters count(byte[] file, Path folder) throws IOException {
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(file), folder);
                MemorySpool spool = new MemorySpool()) {
            return Payloads.read(capture.packets(), spool, payload -> {});
        }
    }

    List<Integer> firstBytes() {
        return packets.stream().map(packet -> packet.bytes()[0] & 0xff).toList();
    }

    List<Long> times() {
        return packets.stream().map(CapturedPacket::time).toList();
    }
}
