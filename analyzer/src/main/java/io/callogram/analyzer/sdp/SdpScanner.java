package io.callogram.analyzer.sdp;

import io.callogram.analyzer.sip.Interned;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Multipart;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Hash64;
import org.jspecify.annotations.Nullable;

/// Finds and reads the session description of a message. Equal bodies give the same object, so that
/// both hops of a forwarded message share one. One thread only.
public final class SdpScanner {

    private static final int LONGEST_KEPT = 4096;

    private final SdpReader reader = new SdpReader();
    private final Interned<SessionDescription> known = new Interned<>(1 << 9, LONGEST_KEPT);

    /// @param bytes hold the message
    /// @param offset where its first byte stands in them
    /// @return null when the message carries no session description
    public @Nullable SessionDescription of(Sighting sighting, byte[] bytes, int offset) {
        if (!sighting.sdp()) {
            return null;
        }
        int from = offset + sighting.bodyOffset();
        int to = from + sighting.bodyLength();
        boolean whole = !sighting.where().truncated() && !sighting.where().gap();
        String type = sighting.first(Mark.CONTENT_TYPE);
        if (type == null || !Multipart.isMultipart(type)) {
            return read(bytes, from, to, whole);
        }
        int[] part = new int[2];
        Multipart.walk(
                bytes,
                from,
                to,
                type,
                (depth, headerAt, bodyAt, bodyEnd, partType) -> {
                    boolean session = partType.regionMatches(true, 0, "application/sdp", 0, 15);
                    part[0] = session ? bodyAt : 0;
                    part[1] = session ? bodyEnd : 0;
                    return !session;
                });
        boolean partWhole = whole || part[1] < to;
        return part[1] == 0 ? null : read(bytes, part[0], part[1], partWhole);
    }

    private SessionDescription read(byte[] bytes, int from, int to, boolean whole) {
        long hash = Hash64.of(bytes, from, to - from);
        SessionDescription session = known.find(hash, bytes, from, to);
        if (session == null || session.complete() != whole) {
            session = reader.read(bytes, from, to, whole);
            known.keep(hash, bytes, from, to, session);
        }
        return session;
    }
}
