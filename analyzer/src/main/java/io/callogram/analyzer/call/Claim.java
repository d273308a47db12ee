package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.capture.packet.Endpoint;

/// What a message says about another leg, explicitly.
public sealed interface Claim {

    /// A dialog named by Call-ID and two tags, in either order (RFC 3891 §3, RFC 3911, RFC 4538).
    ///
    /// @param kind slug of the link: `replaces`, `join`, `target-dialog`, `consult`
    record Names(String kind, String callId, long oneTag, long otherTag, String written)
            implements Claim {}

    /// A REFER that asks for a new call (RFC 3515), or a BYE that does so by Also.
    ///
    /// @param kind slug of the link: `refer`, `also`
    /// @param target user part and host of the URI to be called
    /// @param recipient who was asked
    record Refers(String kind, Address target, Endpoint recipient, long time) implements Claim {}

    /// An INVITE that says who had it sent (RFC 3892).
    record ReferredBy(String user) implements Claim {}

    /// A value that legs of one call share, or that is another leg's Call-ID.
    ///
    /// @param kind slug of the link: `session-id`, `charging-vector`, `header`
    record Shares(String kind, String value) implements Claim {}

    /// What the HEP agent that reported the leg says it belongs to.
    record Correlated(String value) implements Claim {}
}
