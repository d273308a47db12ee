package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.sip.Address;
import org.jspecify.annotations.Nullable;

/// A leg as a list shows it.
///
/// @param callId as written
/// @param from user part of From, its host where there is none
/// @param to likewise of To
/// @param link why it belongs to the call; null for the first
public record LegRow(String callId, String from, String to, @Nullable Link link) {

    public static LegRow of(Leg leg) {
        return new LegRow(leg.callId(), user(leg.from()), user(leg.to()), leg.link());
    }

    private static String user(Address address) {
        return address.user().isEmpty() ? address.host() : address.user();
    }
}
