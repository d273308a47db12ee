package io.callogram.samples.wire;

/// IPv4 and IPv6 headers; each method returns where the payload begins.
final class IpHeader {
    private static final int HOPS = 64;
    private static final int FRAGMENT_HEADER = 44;
    private static final int EXPEDITED_FORWARDING_LESS = 0x68;

    private IpHeader() {}

    static int v4(
            byte[] frame,
            int start,
            Endpoint from,
            Endpoint to,
            int protocol,
            int id,
            int at,
            int part,
            Fragment fragment) {
        frame[start] = 0x45;
        frame[start + 1] = EXPEDITED_FORWARDING_LESS;
        Big.put16(frame, start + 2, 20 + part);
        Big.put16(frame, start + 4, id);
        Big.put16(frame, start + 6, (at / 8) | (fragment == Fragment.MORE ? 0x2000 : 0));
        frame[start + 8] = HOPS;
        frame[start + 9] = (byte) protocol;
        Big.put16(frame, start + 10, 0);
        from.copyTo(frame, start + 12);
        to.copyTo(frame, start + 16);
        Big.put16(frame, start + 10, Checksum.of(frame, start, 20, 0));
        return start + 20;
    }

    static int v6(
            byte[] frame,
            int start,
            Endpoint from,
            Endpoint to,
            int protocol,
            int id,
            int at,
            int part,
            Fragment fragment) {
        boolean whole = fragment == Fragment.WHOLE;
        Big.put32(frame, start, 0x6000_0000 | (EXPEDITED_FORWARDING_LESS << 20));
        Big.put16(frame, start + 4, whole ? part : part + 8);
        frame[start + 6] = (byte) (whole ? protocol : FRAGMENT_HEADER);
        frame[start + 7] = HOPS;
        from.copyTo(frame, start + 8);
        to.copyTo(frame, start + 24);
        if (whole) {
            return start + 40;
        }
        frame[start + 40] = (byte) protocol;
        frame[start + 41] = 0;
        Big.put16(frame, start + 42, at | (fragment == Fragment.MORE ? 1 : 0));
        Big.put32(frame, start + 44, id);
        return start + 48;
    }
}
