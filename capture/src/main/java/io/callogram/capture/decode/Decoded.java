package io.callogram.capture.decode;

import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What one packet turned out to be. Mutable and reused, because one is filled for every packet of
/// a capture; copy what must outlive the next call.
public final class Decoded {

    /// What the innermost packet carries.
    public enum Kind {
        /// A datagram, or a whole message that an agent took out of a stream: see `transport()`.
        UDP,
        TCP,
        SCTP,
        /// An IP fragment: `offset … length` is its part of the datagram.
        FRAGMENT,
        /// A datagram whose payload has to be unpacked first (zlib or gzip).
        COMPRESSED,
        /// Read and understood to be nothing that carries SIP: see `reason()`.
        OTHER,
        /// Damaged or beyond a limit: see `reason()`.
        REFUSED
    }

    static final int MAX_STEPS = 40;

    byte[] bytes = new byte[0];

    /// The next unread byte, and the first byte behind what was captured of the current layer.
    int at;

    int end;

    /// Bytes of the current layer that were on the wire but behind the snap length.
    int cut;

    Kind kind = Kind.OTHER;
    Transport transport = Transport.UDP;
    Reason reason = Reason.OTHER_ETHERTYPE;
    boolean v6;
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int sourcePort;
    int destinationPort;
    int sequence;
    int acknowledgement;
    int flags;
    int fragmentId;
    int fragmentOffset;
    boolean moreFragments;
    int protocol;
    int packetsInPackets;

    /// Where a HEP agent's correlation stands, and how long it is; 0 for none.
    private byte[] correlationIn = new byte[0];

    private int correlationAt;
    private int correlationLength;
    int extensions;
    int steps;
    final Layer[] layers = new Layer[MAX_STEPS];
    final int[] layerStart = new int[MAX_STEPS];

    void begin(byte[] in, int start, int captured, int original) {
        bytes = in;
        at = start;
        end = start + captured;
        cut = Math.max(0, original - captured);
        packetsInPackets = 0;
        extensions = 0;
        steps = 0;
        transport = Transport.UDP;
        correlationLength = 0;
    }

    void correlated(int start, int length) {
        correlationIn = bytes;
        correlationAt = start;
        correlationLength = length;
    }

    /// Puts back what a fragment's IP header said, before decoding resumes behind reassembly.
    public void address(
            boolean isV6, long fromHigh, long fromLow, long toHigh, long toLow, int depth) {
        v6 = isV6;
        sourceHigh = fromHigh;
        sourceLow = fromLow;
        destinationHigh = toHigh;
        destinationLow = toLow;
        packetsInPackets = depth;
    }

    int left() {
        return end - at;
    }

    Layer is(Kind found) {
        kind = found;
        return Layer.PAYLOAD;
    }

    Layer other(Reason why) {
        kind = Kind.OTHER;
        reason = why;
        return Layer.PAYLOAD;
    }

    Layer refuse(Reason why) {
        kind = Kind.REFUSED;
        reason = why;
        return Layer.PAYLOAD;
    }

    /// Narrows the current layer to the length its header gives; more than was captured is cut.
    void narrow(int start, int length) {
        int captured = end - start;
        if (length <= captured) {
            end = start + length;
            cut = 0;
        } else {
            cut = length - captured;
        }
    }

    public Kind kind() {
        return kind;
    }

    /// Meaningful for `OTHER` and `REFUSED` only.
    public Reason reason() {
        return reason;
    }

    /// How the payload of a datagram travelled where it was seen first.
    public Transport transport() {
        return transport;
    }

    /// Puts the unpacked payload in the place of the compressed one; addresses and ports hold.
    public void unpacked(byte[] payload, boolean isWhole) {
        bytes = payload;
        at = 0;
        end = payload.length;
        cut = isWhole ? 0 : Math.max(1, cut);
        kind = Kind.UDP;
    }

    public byte[] bytes() {
        return bytes;
    }

    /// How many layers were walked through, the outermost first.
    public int layers() {
        return steps;
    }

    public Layer layer(int i) {
        return layers[i];
    }

    /// Where the header of layer `i` begins in the packet's bytes.
    public int layerStart(int i) {
        return layerStart[i];
    }

    public int offset() {
        return at;
    }

    public int length() {
        return end - at;
    }

    /// Bytes of the payload that the snap length cut off.
    public int missing() {
        return cut;
    }

    public boolean truncated() {
        return cut > 0;
    }

    public boolean v6() {
        return v6;
    }

    public long sourceHigh() {
        return sourceHigh;
    }

    public long sourceLow() {
        return sourceLow;
    }

    public long destinationHigh() {
        return destinationHigh;
    }

    public long destinationLow() {
        return destinationLow;
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /// TCP sequence number of the first payload byte's octet (of the SYN, when set).
    public int sequence() {
        return sequence;
    }

    /// TCP acknowledgement number: the next octet that is expected; means nothing without `ack`.
    public int acknowledgement() {
        return acknowledgement;
    }

    public boolean ack() {
        return (flags & 0x10) != 0;
    }

    public boolean syn() {
        return (flags & 0x02) != 0;
    }

    public boolean fin() {
        return (flags & 0x01) != 0;
    }

    public boolean reset() {
        return (flags & 0x04) != 0;
    }

    public int fragmentId() {
        return fragmentId;
    }

    public int fragmentOffset() {
        return fragmentOffset;
    }

    public boolean moreFragments() {
        return moreFragments;
    }

    /// IP protocol of the datagram that a fragment is part of.
    public int protocol() {
        return protocol;
    }

    /// What a HEP agent says this belongs to, or null. Kept apart from the bytes, because the
    /// payload may be unpacked.
    public @Nullable String correlation() {
        if (correlationLength == 0) {
            return null;
        }
        int end = correlationAt;
        while (end < correlationAt + correlationLength && correlationIn[end] != 0) {
            end++;
        }
        int length = end - correlationAt;
        String said = new String(correlationIn, correlationAt, length, StandardCharsets.UTF_8);
        return said.isBlank() ? null : said.strip();
    }

    /// How deep in tunnels the innermost packet lies: 1 for a plain one.
    public int packetsInPackets() {
        return packetsInPackets;
    }
}
