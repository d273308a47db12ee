package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads from a message's bytes what correlation rests on: the truth that JAIN-SIP is measured by
/// and never replaces. Work and memory are bounded by the size of the message, nothing is ever
/// thrown, and what is wrong is counted. It keeps what it read before (`Interned`), so one thread
/// needs one of its own.
///
/// Where two readings of a message are possible, the first occurrence of a header field counts, CR,
/// LF and CRLF end a line, a line of blanks continues the one before it; each is noted as a
/// problem.
public final class Scanner {

    private static final int CACHE = 1 << 8;

    private final Reading reading;

    public Scanner() {
        this(CACHE);
    }

    /// @param cache how many values of a kind are kept, a power of two: fewer stay closer
    public Scanner(int cache) {
        reading = new Reading(FieldNames.DEFAULT, cache);
    }

    /// @param vendorFields names of header fields that carry another leg's identity; a name that
    ///   ends with `*` is a prefix
    public Scanner(List<String> vendorFields) {
        reading = new Reading(new FieldNames(vendorFields), CACHE);
    }

    /// The message in a payload, or null when it does not start like SIP.
    public @Nullable Sighting scan(Payload payload, int source) {
        return scan(payload.bytes(), payload.offset(), where(payload, source));
    }

    /// The same of bytes of which all else is known.
    public @Nullable Sighting scan(byte[] bytes, int offset, Where where) {
        boolean sip =
                reading.read(bytes, offset, where.length(), where.transport(), where.truncated());
        return sip ? sighting(offset, reading.body.cut ? where.cut() : where) : null;
    }

    private static Where where(Payload payload, int source) {
        return new Where(
                source,
                payload.position(),
                payload.stored(),
                payload.packet(),
                payload.length(),
                payload.time(),
                payload.source(),
                payload.destination(),
                payload.transport(),
                payload.hash(),
                payload.truncated(),
                payload.gap(),
                payload.correlation());
    }

    private Sighting sighting(int offset, Where where) {
        Reading r = reading;
        boolean register = r.method == Method.REGISTER;
        return new Sighting(
                where,
                r.method,
                r.start.status,
                r.callId,
                r.callIdKey,
                r.from.tag(),
                r.to.tag(),
                r.cseq,
                r.branch,
                r.magic,
                r.sentBy,
                r.vias,
                r.bottomVia,
                r.from.address(),
                r.to.address(),
                r.requestUri,
                r.uriKey,
                r.contacts.first(),
                r.contacts.star() ? -1 : r.contacts.count(),
                register ? r.contacts.largest(r.expires) : r.expires,
                register ? r.contacts.smallest(r.expires) : -1,
                r.maxForwards,
                r.body.at - offset,
                r.body.end - r.body.at,
                r.body.sdp,
                r.recordRoutes,
                r.marks.marks(),
                r.problems.count());
    }
}
