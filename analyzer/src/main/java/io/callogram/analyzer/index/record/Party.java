package io.callogram.analyzer.index.record;

import io.callogram.analyzer.sip.Address;

/// One side of a call as the list shows it and as it is found.
///
/// @param user user part as written
/// @param name display name, or the user part without one
/// @param host host, or empty for a telephone number
/// @param number normalised digits, or empty
public record Party(String user, String name, String host, String number) {

    public static final Party NONE = new Party("", "", "", "");

    public static Party of(Address address) {
        String name = address.display().isEmpty() ? address.user() : address.display();
        return new Party(address.user(), name, address.host(), address.number());
    }

    /// The user part, or the host of who has none.
    public String written() {
        return user.isEmpty() ? host : user;
    }
}
