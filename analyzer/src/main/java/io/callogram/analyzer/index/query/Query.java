package io.callogram.analyzer.index.query;

import io.callogram.capture.packet.IpAddress;
import java.util.List;

/// What calls are asked for, in normal form. The index translates it, `Evaluation` asks one call.
public sealed interface Query {

    /// Every call.
    record All() implements Query {}

    record And(List<Query> parts) implements Query {}

    record Or(List<Query> parts) implements Query {}

    record Not(Query part) implements Query {}

    /// One of the field's values matches one of the globs.
    record Words(WordField field, List<Glob> globs) implements Query {}

    /// One of the field's amounts lies between both, inclusive.
    record Amounts(AmountField field, long from, long to) implements Query {}

    /// One of the call's addresses lies between both, inclusive.
    record Addresses(IpAddress from, IpAddress to) implements Query {}
}
