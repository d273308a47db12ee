package io.callogram.samples.sip;

import org.jspecify.annotations.Nullable;

/// One hop's Via with those below it (RFC 3261 §18.1.1); `parameters` begin with a semicolon or are
/// empty.
public record Via(
        String transport, String sentBy, String branch, String parameters, @Nullable Via below) {
    /// What the next element makes of it: where the request really came from, RFC 3261 §18.2.1 and
    /// RFC 3581 §4.
    public Via received(String host, int port) {
        boolean asked = parameters.equals(";rport");
        boolean differs = !sentBy.startsWith(host);
        if (!asked && !differs) {
            return this;
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String seen = ";received=" + bare + (asked ? ";rport=" + port : "");
        return new Via(transport, sentBy, branch, seen, below);
    }

    /// Alone, as CANCEL and the ACK to a failure carry it: the top Via of the INVITE and no other,
    /// §9.1 and §17.1.1.3.
    public Via alone() {
        return new Via(transport, sentBy, branch, parameters, null);
    }
}
