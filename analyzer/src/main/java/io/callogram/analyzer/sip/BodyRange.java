package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Transport;
import org.jspecify.annotations.Nullable;

/// Which bytes are the body (RFC 3261 §18.3), and whether they hold a session description. Reused.
final class BodyRange {

    private enum Kind {
        NONE,
        SDP,
        MULTIPART,
        GIST,
        OTHER
    }

    int at;
    int end;
    boolean sdp;

    /// One part of the body describes an early session.
    boolean earlySession;

    /// Bytes of the body are missing.
    boolean cut;

    /// The media type of a multipart body, or null.
    @Nullable String multipart;

    private final Problems problems;
    private Kind kind = Kind.NONE;
    private final Gist gist = new Gist();
    private boolean encoded;
    private long length;
    private int lengthAt;
    private int lengthEnd;

    BodyRange(Problems problems) {
        this.problems = problems;
    }

    void clear() {
        sdp = false;
        earlySession = false;
        cut = false;
        multipart = null;
        kind = Kind.NONE;
        encoded = false;
        length = -1;
        lengthAt = 0;
        lengthEnd = 0;
    }

    void field(Field field, Value value) {
        switch (field) {
            case CONTENT_LENGTH -> length(value);
            case CONTENT_TYPE -> type(value);
            default -> encoded |= !Ascii.is(value.bytes, value.from, value.to, "identity");
        }
    }

    private void length(Value value) {
        length = Ascii.decimal(value.bytes, value.from, value.to);
        lengthAt = value.place(value.from);
        lengthEnd = value.place(value.to);
        if (length < 0) {
            value.note(problems, Defect.CONTENT_LENGTH, value.from, value.to);
        }
    }

    /// A field that may occur once occurs again.
    void again(Field field, Value value) {
        if (field == Field.CONTENT_LENGTH
                && Ascii.decimal(value.bytes, value.from, value.to) != length) {
            value.note(problems, Defect.LENGTHS_DIFFER, value.from, value.to);
        }
    }

    private void type(Value value) {
        byte[] b = value.bytes;
        if (Ascii.starts(b, value.from, value.to, "multipart/")) {
            kind = Kind.MULTIPART;
            multipart = Ascii.text(b, value.from, value.to);
            return;
        }
        boolean session = Ascii.starts(b, value.from, value.to, "application/sdp");
        int behind = session ? Ascii.skipBlanks(b, value.from + 15, value.to) : value.to;
        session &= behind == value.to || b[behind] == ';' || b[behind] == ',';
        kind = session ? Kind.SDP : gist.of(b, value.from, value.to) ? Kind.GIST : Kind.OTHER;
    }

    /// Content-Length decides; without it the body goes to the end of the datagram (§18.3).
    void settle(byte[] bytes, int bodyAt, int messageEnd, Transport transport, boolean truncated) {
        at = bodyAt;
        end = messageEnd;
        int rest = messageEnd - bodyAt;
        if (length >= 0 && length <= rest) {
            end = bodyAt + (int) length;
            if (end < messageEnd) {
                problems.note(Defect.BYTES_AFTER_BODY, end, messageEnd);
            }
        } else if (length > rest) {
            cut = true;
            if (!truncated) {
                problems.note(Defect.BODY_SHORT, lengthAt, lengthEnd);
            }
        } else if (lengthEnd == 0 && isStream(transport)) {
            problems.note(Defect.CONTENT_LENGTH_MISSING, bodyAt, bodyAt);
        }
        if (end > at) {
            sdp = !encoded && holdsSession(bytes);
        }
    }

    /// Keeps what a short body of a known type says.
    void keepGist(byte[] bytes, MarkReader marks) {
        if (kind == Kind.GIST && !encoded && gist.find(bytes, at, end)) {
            marks.keepGist(bytes, gist.at, gist.end);
        }
    }

    private static boolean isStream(Transport transport) {
        return transport == Transport.TCP;
    }

    private boolean holdsSession(byte[] bytes) {
        return switch (kind) {
            case SDP -> true;
            case GIST, OTHER -> false;
            case MULTIPART -> partHoldsSession(bytes);
            case NONE -> {
                problems.note(Defect.CONTENT_TYPE_MISSING, at, at);
                yield Ascii.starts(bytes, at, end, "v=0");
            }
        };
    }

    private boolean partHoldsSession(byte[] bytes) {
        String type = multipart == null ? "" : multipart;
        boolean[] found = new boolean[1];
        boolean complete =
                Multipart.walk(
                        bytes,
                        at,
                        end,
                        type,
                        (depth, headerAt, bodyAt, bodyEnd, part) -> {
                            boolean session = part.regionMatches(true, 0, "application/sdp", 0, 15);
                            found[0] |= session;
                            earlySession |=
                                    session && Multipart.isEarlySession(bytes, headerAt, bodyAt);
                            return true;
                        });
        if (!complete && !cut) {
            problems.note(Defect.MULTIPART, at, at);
        }
        return found[0];
    }
}
