package io.callogram.samples.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A SIP message on one hop. Cheap to make: what hops of one request share, their messages share
/// too.
///
/// @param method the method of CSeq, which for a response is that of its request
/// @param extra further header lines as they stand, `Name: value`
public record Message(
        StartLine start,
        Via via,
        Routing routing,
        Identity identity,
        int sequence,
        String method,
        @Nullable String contact,
        List<String> extra,
        @Nullable Body body,
        Style style) {

    public boolean isRequest() {
        return start instanceof StartLine.Request;
    }

    /// Whether Allow and Supported belong here: RFC 3261 §20 table 2 recommends them in these.
    boolean tellsCapabilities() {
        return switch (start) {
            case StartLine.Request request ->
                    request.method().equals("INVITE")
                            || request.method().equals("REGISTER")
                            || request.method().equals("OPTIONS");
            case StartLine.Status status ->
                    status.code() / 100 == 2
                            && (method.equals("INVITE") || method.equals("OPTIONS"));
        };
    }
}
