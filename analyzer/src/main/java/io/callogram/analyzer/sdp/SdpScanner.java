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
    private final Interned<SessionDescription> known = new Interned<>(1 << 9, LONGEST_KEPT, 0);

    /// @param bytes hold the message
    /// @param offset where its first byte stands in them
    /// @return null when the message carries no session description, or the capture cut it: what is
    ///   left of it would say something else
    public @Nullable SessionDescription of(Sighting sighting, byte[] bytes, int offset) {
        if (!sighting.sdp() || isAnswerToTone(sighting)) {
            return null;
        }
        int from = offset + sighting.bodyOffset();
        int to = from + sighting.bodyLength();
        boolean whole = sighting.where().isWhole();
        String type = sighting.first(Mark.CONTENT_TYPE);
        if (type == null || !Multipart.isMultipart(type)) {
            return whole ? read(bytes, from, to) : null;
        }
        int[] part = new int[2];
        Multipart.walk(
                bytes,
                from,
                to,
                type,
                (depth, headerAt, bodyAt, bodyEnd, partType) -> {
                    if (!partType.regionMatches(true, 0, "application/sdp", 0, 15)) {
                        return true;
                    }
                    // What describes the tone before the answer is not the call's description.
                    boolean early = Multipart.isEarlySession(bytes, headerAt, bodyAt);
                    if (!early || part[1] == 0) {
                        part[0] = bodyAt;
                        part[1] = bodyEnd;
                    }
                    return early;
                });
        boolean partWhole = whole || part[1] < to;
        return part[1] == 0 || !partWhole ? null : read(bytes, part[0], part[1]);
    }

    /// The caller's side of an early session (RFC 3959 §6), in a request of its own.
    private static boolean isAnswerToTone(Sighting s) {
        String disposition = s.isRequest() ? s.first(Mark.CONTENT_DISPOSITION) : null;
        return disposition != null && disposition.startsWith("early-session");
    }

    private SessionDescription read(byte[] bytes, int from, int to) {
        long hash = Hash64.of(bytes, from, to - from);
        SessionDescription session = known.find(hash, bytes, from, to);
        if (session == null) {
            session = reader.read(bytes, from, to);
            known.keep(hash, bytes, from, to, session);
        }
        return session;
    }
}
