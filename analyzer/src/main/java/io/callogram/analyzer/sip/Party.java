package io.callogram.analyzer.sip;

/// What a From or To field says (RFC 3261 §20.20, §20.39).
///
/// @param tag hash of the tag, 0 without one
record Party(Address address, long tag) {

    static final Party NONE = new Party(Address.NONE, 0);
}
