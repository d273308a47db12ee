package io.callogram.capture.packet;

/// An IPv4 or IPv6 address. IPv4 keeps its 32 bits in `low`.
public record IpAddress(long high, long low, boolean v6) {

    public static IpAddress v4(int bits) {
        return new IpAddress(0, bits & 0xffff_ffffL, false);
    }

    public static IpAddress v6(long high, long low) {
        return new IpAddress(high, low, true);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof IpAddress that
                        && low == that.low
                        && high == that.high
                        && v6 == that.v6;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 31 + (v6 ? 1 : 0);
    }

    @Override
    public String toString() {
        return v6 ? Ipv6Text.of(high, low) : dotted();
    }

    private String dotted() {
        return (low >>> 24)
                + "."
                + (low >>> 16 & 255)
                + "."
                + (low >>> 8 & 255)
                + "."
                + (low & 255);
    }
}
