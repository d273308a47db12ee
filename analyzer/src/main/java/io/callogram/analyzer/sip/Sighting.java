package io.callogram.analyzer.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One SIP message as the scanner saw it: everything that correlation rests on, read once from the
/// raw bytes. Identifiers are 64-bit hashes of their bytes (`Hash64`), 0 when absent.
///
/// @param method of the request, or of the CSeq in a response
/// @param status status code, 0 in a request
/// @param callId as written; empty when missing
/// @param callIdKey hash of the Call-ID; where it is missing, of the From tag or else of the
///   branch, which still keep calls apart
/// @param fromTag hash of the From tag, 0 without one
/// @param toTag hash of the To tag, 0 without one
/// @param cseq sequence number, -1 when missing or unreadable
/// @param branch hash of the top Via's branch
/// @param magic the top branch begins with `z9hG4bK` (RFC 3261 §8.1.1.7)
/// @param sentBy hash of the top Via's sent-by, lower-cased, default port made explicit
/// @param vias how many Via values
/// @param bottomVia hash of the last Via's branch and sent-by: equal on every hop of one request
/// @param requestUri Request-URI; null in a response
/// @param uriKey hash of the Request-URI's bytes, 0 in a response
/// @param contact first Contact; null without one
/// @param contacts how many Contact values; -1 for `Contact: *`
/// @param expires Expires header, or -1; for REGISTER the largest effective expiry of its Contacts
/// @param smallestExpires for REGISTER the smallest effective expiry of its Contacts, or -1
/// @param maxForwards Max-Forwards, or -1
/// @param bodyOffset where the body begins in the message; equal to the length without one
/// @param bodyLength bytes of body that belong to the message
/// @param sdp the body is, or holds, a session description
/// @param recordRoutes how many Record-Route values
/// @param marks the header fields that rules name
/// @param problems how many problems the scanner noted; `ParseProblem`s are found again by reading
///   the message
public record Sighting(
        Where where,
        Method method,
        int status,
        String callId,
        long callIdKey,
        long fromTag,
        long toTag,
        long cseq,
        long branch,
        boolean magic,
        long sentBy,
        int vias,
        long bottomVia,
        Address from,
        Address to,
        @Nullable Address requestUri,
        long uriKey,
        @Nullable Address contact,
        int contacts,
        int expires,
        int smallestExpires,
        int maxForwards,
        int bodyOffset,
        int bodyLength,
        boolean sdp,
        int recordRoutes,
        List<Marked> marks,
        int problems) {

    public boolean isRequest() {
        return status == 0;
    }

    public boolean isProvisional() {
        return status >= 100 && status < 200;
    }

    public boolean isFinal() {
        return status >= 200;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public long time() {
        return where.time();
    }

    /// First value of a marked header field, or null.
    public @Nullable String first(Mark mark) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).mark() == mark) {
                return marks.get(i).value();
            }
        }
        return null;
    }
}
