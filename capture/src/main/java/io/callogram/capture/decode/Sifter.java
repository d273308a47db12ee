package io.callogram.capture.decode;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.MediaSink;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Reason;
import java.util.Arrays;

/// The parallel half of reading: decodes every packet of a block, keeps the SIP datagrams, and sets
/// aside what needs state. One per thread.
public final class Sifter {

    private final Decoded packet = new Decoded();
    private final EndpointCache endpoints = new EndpointCache();
    private Payload[] datagrams = new Payload[256];
    private int[] datagramPacket = new int[256];
    private int count;

    public SiftedBlock sift(PacketBlock block) {
        return sift(block, MediaSink.NONE);
    }

    public SiftedBlock sift(PacketBlock block, MediaSink media) {
        Counters counters = new Counters();
        counters.packets(block.count());
        count = 0;
        int[] rest = new int[16];
        int waiting = 0;
        for (int i = 0; i < block.count(); i++) {
            Decoder.decode(block, i, packet);
            switch (packet.kind) {
                case UDP -> datagram(block, i, counters, media);
                case TCP, SCTP, FRAGMENT, COMPRESSED -> {
                    if (waiting == rest.length) {
                        rest = Arrays.copyOf(rest, waiting * 4);
                    }
                    rest[waiting++] = i;
                }
                case OTHER, REFUSED -> counters.not(packet.reason, 1);
            }
        }
        return new SiftedBlock(
                block,
                Arrays.copyOf(datagrams, count),
                Arrays.copyOf(datagramPacket, count),
                waiting,
                rest,
                counters);
    }

    private void datagram(PacketBlock block, int i, Counters counters, MediaSink media) {
        int length = packet.length();
        int start = sipStart(packet, counters, 1);
        if (start < 0) {
            media(block.time()[i], media);
            return;
        }
        if (count == datagrams.length) {
            datagrams = Arrays.copyOf(datagrams, count * 2);
            datagramPacket = Arrays.copyOf(datagramPacket, count * 2);
        }
        int sip = packet.at + length - start;
        long position = block.base() + start;
        datagramPacket[count] = i;
        datagrams[count++] =
                new Payload(
                        block.time()[i],
                        endpoints.source(packet),
                        endpoints.destination(packet),
                        packet.transport,
                        block.bytes(),
                        start,
                        sip,
                        position,
                        position,
                        block.record()[i],
                        Hash64.of(block.bytes(), start, sip),
                        packet.truncated(),
                        false,
                        packet.correlation());
    }

    private void media(long time, MediaSink media) {
        switch (PayloadKind.binary(packet.bytes, packet.at, packet.length())) {
            case RTP ->
                    media.rtp(
                            endpoints.source(packet),
                            endpoints.destination(packet),
                            time,
                            packet.bytes,
                            packet.at);
            case RTCP ->
                    media.rtcp(
                            endpoints.source(packet),
                            endpoints.destination(packet),
                            time,
                            packet.bytes,
                            packet.at);
            case SIP, KEEP_ALIVE, STUN, DNS, OTHER -> {}
        }
    }

    /// Gives the verdict for a datagram that came in `packets` packets; the index where its SIP
    /// begins, or -1 when it is something else.
    public static int sipStart(Decoded datagram, Counters counters, long packets) {
        byte[] bytes = datagram.bytes;
        int length = datagram.length();
        PayloadKind kind = PayloadKind.binary(bytes, datagram.at, length);
        if (kind == PayloadKind.OTHER || kind == PayloadKind.DNS) {
            int start = StartLine.find(bytes, datagram.at, length, datagram.truncated());
            if (start >= 0) {
                counters.sip(packets);
                counters.happened(Incident.SIP_PAYLOAD);
                if (datagram.truncated()) {
                    counters.happened(Incident.TRUNCATED_PAYLOAD);
                }
                return start;
            }
        }
        switch (kind) {
            case RTP -> counters.rtp(packets);
            case RTCP -> counters.rtcp(packets);
            case KEEP_ALIVE ->
                    counters.not(length == 0 ? Reason.EMPTY_UDP : Reason.KEEP_ALIVE, packets);
            case STUN -> counters.not(Reason.STUN, packets);
            case DNS -> counters.not(Reason.DNS, packets);
            case SIP, OTHER -> counters.not(Reason.OTHER_UDP, packets);
        }
        return -1;
    }
}
