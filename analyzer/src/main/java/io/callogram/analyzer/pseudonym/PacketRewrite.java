package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.pseudonym.Anonymizer.Anonymized;
import io.callogram.analyzer.pseudonym.Run.Piece;
import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.decode.Layer;
import io.callogram.capture.file.CapturedPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rewrites packets: puts together what came in pieces, replaces what is somebody's in it, puts it
/// back, and then sees to headers and checksums. A packet keeps its length and its headers; of what
/// it carries, what is not understood is cleared.
final class PacketRewrite {

    private static final int UDP = 17;

    private final List<CapturedPacket> packets;
    private final Pseudonyms pseudonyms;
    private final List<byte[]> before = new ArrayList<>();
    private final List<byte[]> after = new ArrayList<>();
    private final List<Decoded> decoded = new ArrayList<>();
    private final Map<String, List<Piece>> streams = new LinkedHashMap<>();
    private final Map<String, List<Piece>> fragments = new LinkedHashMap<>();
    private final Map<String, List<Piece>> chunks = new LinkedHashMap<>();
    private int leftOut;

    PacketRewrite(List<CapturedPacket> packets, Pseudonyms pseudonyms) {
        this.packets = packets;
        this.pseudonyms = pseudonyms;
    }

    Anonymized all() {
        for (int i = 0; i < packets.size(); i++) {
            sort(i);
        }
        streams.values().forEach(this::stream);
        chunks.values().forEach(this::stream);
        for (int i = 0; i < packets.size(); i++) {
            headers(i).replaceAddresses();
        }
        fragments.values().forEach(this::datagram);
        List<CapturedPacket> out = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            CapturedPacket packet = packets.get(i);
            headers(i).updateChecksums();
            out.add(
                    new CapturedPacket(
                            packet.time(), packet.link(), packet.original(), after.get(i)));
        }
        return new Anonymized(List.copyOf(out), leftOut);
    }

    private PacketHeaders headers(int i) {
        return new PacketHeaders(before.get(i), after.get(i), decoded.get(i), pseudonyms.hosts);
    }

    /// Copies the headers of a packet and what it carries; whatever else there is stays zero.
    private void sort(int i) {
        CapturedPacket packet = packets.get(i);
        byte[] bytes = packet.bytes();
        Decoded d = new Decoded();
        Decoder.decode(bytes, 0, bytes.length, packet.original(), packet.link(), d);
        byte[] copy = new byte[bytes.length];
        int end = Math.min(bytes.length, d.offset() + Math.max(0, d.length()));
        System.arraycopy(bytes, 0, copy, 0, Math.min(d.offset(), end));
        before.add(bytes);
        after.add(copy);
        decoded.add(d);
        String flow = flow(d);
        switch (d.kind()) {
            case UDP -> {
                System.arraycopy(bytes, d.offset(), copy, d.offset(), end - d.offset());
                datagram(d, copy, end);
            }
            case COMPRESSED -> hep(d, copy);
            case TCP -> add(streams, flow, i, d, Integer.toUnsignedLong(d.sequence()));
            case FRAGMENT ->
                    add(
                            fragments,
                            flow + d.fragmentId() + '/' + d.protocol(),
                            i,
                            d,
                            d.fragmentOffset());
            case SCTP -> new ChunkWalk(bytes, d, flow).pieces(i, chunks, copy);
            case OTHER, REFUSED -> leftOut += end > d.offset() ? 1 : 0;
        }
    }

    private static String flow(Decoded d) {
        return d.sourceHigh()
                + ","
                + d.sourceLow()
                + ":"
                + d.sourcePort()
                + ">"
                + d.destinationHigh()
                + ","
                + d.destinationLow()
                + ":"
                + d.destinationPort()
                + "#";
    }

    private static void add(Map<String, List<Piece>> to, String key, int i, Decoded d, long place) {
        if (d.length() > 0) {
            to.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new Piece(i, d.offset(), d.length(), place));
        }
    }

    private void datagram(Decoded d, byte[] copy, int end) {
        if (!hep(d, copy)) {
            leftOut += Payloads.replace(copy, d.offset(), end, pseudonyms);
        }
    }

    private boolean hep(Decoded d, byte[] copy) {
        for (int i = 0; i < d.layers(); i++) {
            int at = d.layerStart(i);
            if (d.layer(i) == Layer.HEP3 || d.layer(i) == Layer.HEP2) {
                // Its chunks stand on both sides of the payload.
                System.arraycopy(d.bytes(), at, copy, at, copy.length - at);
                HepText hep = new HepText(copy, pseudonyms);
                int end = copy.length;
                if (d.layer(i) == Layer.HEP3) {
                    end = hep.version3(at, copy.length);
                } else {
                    end = d.offset() + d.length();
                    hep.version2(at, d.offset(), end);
                }
                Arrays.fill(copy, end, copy.length, (byte) 0);
                leftOut += hep.blotted();
                return true;
            }
        }
        return false;
    }

    private void stream(List<Piece> pieces) {
        for (Run run : Run.of(Streams.unwrapped(pieces), before)) {
            leftOut += Streams.replace(run.bytes, pseudonyms);
            run.putBack(after);
        }
    }

    /// The pieces of one datagram. Only of UDP is anything kept; its checksum is in the first.
    private void datagram(List<Piece> pieces) {
        for (Run run : Run.of(pieces, before)) {
            byte[] was = run.bytes.clone();
            int packet = pieces.getFirst().packet();
            if (run.beginsAt(0) && decoded.get(packet).protocol() == UDP && was.length >= 8) {
                leftOut += Payloads.replace(run.bytes, 8, was.length, pseudonyms);
                Checksum sum = new Checksum();
                headers(packet).addresses(decoded.get(packet).layers(), sum);
                sum.changed(was, run.bytes, 0, was.length);
                sum.updateUdp(run.bytes, 6);
            } else {
                leftOut++;
                Arrays.fill(run.bytes, (byte) 0);
            }
            run.putBack(after);
        }
    }
}
