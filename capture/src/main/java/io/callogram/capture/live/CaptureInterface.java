package io.callogram.capture.live;

import java.util.List;

/// An interface that can be captured on.
///
/// @param description what the system says of it, may be empty
/// @param addresses its IP addresses
public record CaptureInterface(
        String name, String description, List<String> addresses, boolean up, boolean loopback) {

    public CaptureInterface {
        addresses = List.copyOf(addresses);
    }
}
