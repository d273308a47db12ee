package io.callogram.capture.hep;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where HEP is received or sent, as `udp:ADDR:PORT`, `tcp:ADDR:PORT` or `tls:ADDR:PORT`; an IPv6
/// address may stand in brackets.
public record HepAddress(Carrier carrier, InetSocketAddress socket) {

    /// How messages travel.
    public enum Carrier {
        UDP,
        TCP,
        TLS;

        static @Nullable Carrier of(String name) {
            return switch (name) {
                case "udp" -> UDP;
                case "tcp" -> TCP;
                case "tls" -> TLS;
                default -> null;
            };
        }
    }

    /// Null when `text` is none.
    public static @Nullable HepAddress parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 0 || last == first) {
            return null;
        }
        Carrier carrier = Carrier.of(text.substring(0, first).toLowerCase(Locale.ROOT));
        String host = text.substring(first + 1, last);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (carrier == null || host.isEmpty()) {
            return null;
        }
        try {
            int port = Integer.parseInt(text.substring(last + 1));
            if (port < 0 || port > 65_535) {
                return null;
            }
            // A name is kept beside its address: a certificate is checked against it.
            InetAddress address = InetAddress.getByName(host);
            return new HepAddress(carrier, new InetSocketAddress(address, port));
        } catch (NumberFormatException | UnknownHostException _) {
            return null;
        }
    }

    @Override
    public String toString() {
        String host = socket.getAddress().getHostAddress();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return carrier.name().toLowerCase(Locale.ROOT) + ":" + shown + ":" + socket.getPort();
    }
}
