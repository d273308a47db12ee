package io.callogram.capture.hep;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where HEP is received or sent, as `udp:ADDR:PORT` or `tcp:ADDR:PORT`; an IPv6 address may stand
/// in brackets.
public record HepAddress(boolean tcp, InetSocketAddress socket) {

    /// Null when `text` is none.
    public static @Nullable HepAddress parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 0 || last == first) {
            return null;
        }
        String transport = text.substring(0, first).toLowerCase(Locale.ROOT);
        String host = text.substring(first + 1, last);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (!transport.equals("udp") && !transport.equals("tcp") || host.isEmpty()) {
            return null;
        }
        try {
            int port = Integer.parseInt(text.substring(last + 1));
            if (port < 0 || port > 65_535) {
                return null;
            }
            InetAddress address = InetAddress.getByName(host);
            return new HepAddress(transport.equals("tcp"), new InetSocketAddress(address, port));
        } catch (NumberFormatException | UnknownHostException _) {
            return null;
        }
    }

    @Override
    public String toString() {
        String host = socket.getAddress().getHostAddress();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return (tcp ? "tcp:" : "udp:") + shown + ":" + socket.getPort();
    }
}
