package io.callogram.samples.script;

import io.callogram.samples.sip.Style;
import io.callogram.samples.wire.Endpoint;

/// An element on the path of messages.
///
/// @param wire where its packets come from, which behind NAT is not what it believes
/// @param sentBy what it writes into Via and Contact
/// @param tcp whether it wants TCP on the hops next to it
/// @param server whether others open connections to it (proxy, registrar, B2BUA, gateway)
/// @param recordRoutes whether, as a proxy, it stays in the path of a dialog, RFC 3261 §16.6 step 4
public record Node(
        String name,
        Endpoint wire,
        String sentBy,
        boolean tcp,
        boolean server,
        boolean recordRoutes,
        Style style) {
    public boolean natted() {
        return !sentBy.startsWith(wire.host());
    }

    /// A URI that leads to this element, for Route and Record-Route.
    public String loose() {
        return "<sip:" + sentBy + ";lr>";
    }
}
