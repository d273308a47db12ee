package io.callogram.capture.packet;

/// One side of a conversation: address and port.
public record Endpoint(IpAddress address, int port) {

    @Override
    public String toString() {
        return address.v6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
