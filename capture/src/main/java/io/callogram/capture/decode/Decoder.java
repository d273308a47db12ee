package io.callogram.capture.decode;

import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;

/// Walks a packet from its link layer to the innermost transport. Stateless: any number of threads
/// may decode, each into its own `Decoded`.
public final class Decoder {

    /// Tunnels in tunnels, and IPv6 extension headers in a row: more is an attack or a loop.
    static final int MAX_NESTING = 8;

    static final int MAX_EXTENSIONS = 16;

    private Decoder() {}

    /// Decodes packet `i` of `block`. Never throws, whatever the bytes are.
    public static void decode(PacketBlock block, int i, Decoded into) {
        decode(
                block.bytes(),
                block.start()[i],
                block.captured()[i],
                block.original()[i],
                block.link()[i],
                into);
    }

    public static void decode(
            byte[] bytes, int start, int captured, int original, int link, Decoded into) {
        into.begin(bytes, start, captured, original);
        walk(LinkTypes.first(link, into), into);
    }

    /// Goes on behind reassembly: `into` still describes the fragment, whose addresses and nesting
    /// hold for the whole datagram in `bytes`.
    public static void resume(
            byte[] bytes, int start, int length, int missing, int protocol, Decoded into) {
        into.bytes = bytes;
        into.at = start;
        into.end = start + length;
        into.cut = missing;
        into.extensions = 0;
        into.steps = 0;
        into.transport = Transport.UDP;
        into.correlated(0, 0);
        walk(Network.next(protocol, into), into);
    }

    /// Reads a HEP message that came in a stream.
    public static void hep(byte[] bytes, int start, int length, Decoded into) {
        into.begin(bytes, start, length, length);
        walk(Layer.HEP3, into);
    }

    private static void walk(Layer first, Decoded into) {
        Layer layer = first;
        while (layer != Layer.PAYLOAD) {
            int step = into.steps++;
            if (step == Decoded.MAX_STEPS) {
                into.steps = step;
                into.refuse(Reason.NESTED_TOO_DEEP);
                return;
            }
            into.layers[step] = layer;
            into.layerStart[step] = into.at;
            layer = step(layer, into);
        }
    }

    private static Layer step(Layer layer, Decoded into) {
        return switch (layer) {
            case ETHERNET -> LinkLayers.ethernet(into);
            case IPV4 -> Network.v4(into);
            case UDP -> Transports.udp(into);
            case TCP -> Transports.tcp(into);
            case SCTP -> Transports.sctp(into);
            case IPV6 -> Network.v6(into);
            case IPV6_EXTENSION -> Network.extension(into);
            case AUTHENTICATION -> Network.authentication(into);
            case VLAN -> LinkLayers.vlan(into);
            case LINUX_SLL -> LinkLayers.sll(into);
            case LINUX_SLL2 -> LinkLayers.sll2(into);
            case NULL_LOOPBACK -> LinkLayers.loopback(into);
            case RADIOTAP -> Wlan.radiotap(into);
            case WLAN -> Wlan.frame(into);
            case PPP -> LinkLayers.ppp(into);
            case PPPOE -> LinkLayers.pppoe(into);
            case CISCO_HDLC -> LinkLayers.ciscoHdlc(into);
            case MPLS -> LinkLayers.mpls(into);
            case RAW_IP -> Network.byVersion(into);
            case GRE -> Tunnels.gre(into);
            case VXLAN -> Tunnels.vxlan(into);
            case GTP_U -> Tunnels.gtp(into);
            case HEP2 -> Hep.version2(into);
            case HEP3 -> Hep.version3(into);
            case PAYLOAD -> Layer.PAYLOAD;
        };
    }
}
