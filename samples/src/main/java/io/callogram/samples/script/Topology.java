package io.callogram.samples.script;

/// What stands between two parties.
public enum Topology {
    /// One proxy that stays in the path.
    ONE_PROXY,
    /// One proxy that does not record its route: ACK and BYE pass it by.
    ROUTER,
    TWO_PROXIES,
    /// A B2BUA that passes session descriptions through.
    SWITCH,
    /// A B2BUA that anchors media.
    ANCHORING_SWITCH
}
