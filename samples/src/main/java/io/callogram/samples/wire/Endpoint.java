package io.callogram.samples.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// An IP address with a port, as a packet carries it.
public final class Endpoint {
    private final byte[] ip;
    private final int port;
    private final String host;

    public Endpoint(byte[] ip, int port) {
        this.ip = ip.clone();
        this.port = port;
        this.host = text(ip);
    }

    /// Reads `10.0.0.9:5060` or `[2001:db8::9]:5060`; names are not looked up.
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an endpoint is address:port, not " + text);
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        } else if (!host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            throw new IllegalArgumentException("an endpoint has a literal address, not " + host);
        }
        try {
            byte[] ip = InetAddress.getByName(host).getAddress();
            return new Endpoint(ip, Integer.parseInt(text.substring(colon + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + host, e);
        }
    }

    public boolean isV6() {
        return ip.length == 16;
    }

    public int port() {
        return port;
    }

    /// The address in text, an IPv6 address in brackets as a SIP URI needs it (RFC 3261 §25.1).
    public String host() {
        return host;
    }

    public Endpoint withPort(int other) {
        return new Endpoint(ip, other);
    }

    byte at(int index) {
        return ip[index];
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(ip, 0, target, at, ip.length);
    }

    private static String text(byte[] ip) {
        if (ip.length == 4) {
            return (ip[0] & 0xff)
                    + "."
                    + (ip[1] & 0xff)
                    + "."
                    + (ip[2] & 0xff)
                    + "."
                    + (ip[3] & 0xff);
        }
        return "[" + shortened(ip) + "]";
    }

    /// RFC 5952: the longest run of zero groups becomes `::`.
    private static String shortened(byte[] ip) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((ip[2 * i] & 0xff) << 8) | (ip[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Endpoint that && port == that.port && Arrays.equals(ip, that.ip);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ip) + port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
