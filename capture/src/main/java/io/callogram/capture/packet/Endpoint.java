package io.callogram.capture.packet;

/// One side of a conversation: address and port.
public record Endpoint(IpAddress address, int port) {

    // Written out: what a record derives for itself is slow until long after start-up, and this is
    // asked for every packet.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Endpoint that
                        && port == that.port
                        && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + port;
    }

    @Override
    public String toString() {
        return address.v6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
