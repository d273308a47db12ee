package io.callogram.web.api.json;

import io.callogram.analyzer.sip.Address;

/// An address as a URI again, without its parameters.
final class AddressText {

    private AddressText() {}

    static String of(Address address) {
        StringBuilder uri = new StringBuilder(address.scheme());
        uri.append(uri.isEmpty() ? "" : ":").append(address.user());
        if (!address.host().isEmpty()) {
            uri.append(address.user().isEmpty() ? "" : "@");
            uri.append(
                    address.host().indexOf(':') >= 0 ? "[" + address.host() + "]" : address.host());
        }
        return address.port() == 0
                ? uri.toString()
                : uri.append(':').append(address.port()).toString();
    }
}
