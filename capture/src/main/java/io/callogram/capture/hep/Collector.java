package io.callogram.capture.hep;

import java.io.Closeable;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where messages are sent, whatever carries them there. Sending never waits for the collector.
interface Collector extends Closeable {

    /// Takes a copy of a message.
    void send(byte[] message, int length);

    /// Messages that the network took.
    long sent();

    /// Messages that are too large, that the network refused, or that found no room to wait.
    long failed();

    /// @param tls whom to trust; null for the certificates that Java trusts
    static Collector of(HepAddress to, @Nullable SSLContext tls) throws IOException {
        return switch (to.carrier()) {
            case UDP -> new DatagramCollector(to.socket());
            case TCP -> new StreamCollector(to.socket(), null);
            case TLS -> new StreamCollector(to.socket(), tls == null ? TlsKeys.usual() : tls);
        };
    }
}
