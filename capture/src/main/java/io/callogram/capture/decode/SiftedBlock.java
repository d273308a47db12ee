package io.callogram.capture.decode;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;

/// A block after its parallel half: the SIP datagrams that were complete in one packet, and which
/// packets the serial stage has to see. Both are in packet order.
///
/// @param datagrams the complete SIP datagrams
/// @param datagramPacket for each datagram, the index of its packet in the block
/// @param restCount how many entries of `rest` are used
/// @param rest indices of fragments, TCP segments and SCTP packets
/// @param counters verdicts of all packets that are not in `rest`; `packets()` counts all
public record SiftedBlock(
        PacketBlock block,
        Payload[] datagrams,
        int[] datagramPacket,
        int restCount,
        int[] rest,
        Counters counters) {}
