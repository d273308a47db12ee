package io.callogram.capture.hep;

import io.callogram.capture.packet.Bytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Version 3 over connections, with TLS or without: each message says how long it is. What is no
/// message ends its connection, because nobody knows where the next one begins.
final class TcpEntrance implements HepListener.Entrance {

    static final int MAX_CONNECTIONS = 64;

    private static final int LONGEST_HANDSHAKE = 10_000;

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final InetSocketAddress bound;
    private final HepListener listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread;

    @SuppressWarnings("AddressSelection") // it was asked for by address
    TcpEntrance(HepOptions options, HepListener listener) throws IOException {
        this.listener = listener;
        tls = options.address().carrier() == HepAddress.Carrier.TLS ? required(options) : null;
        server = new ServerSocket();
        try {
            server.bind(options.address().socket());
            bound = (InetSocketAddress) server.getLocalSocketAddress();
        } catch (IOException taken) {
            server.close();
            throw new BindException(
                    "cannot listen on %s (%s)".formatted(options.address(), taken.getMessage()));
        }
        thread = Thread.ofPlatform().daemon().name("hep").start(this::accept);
    }

    private static SSLContext required(HepOptions options) throws IOException {
        SSLContext context = options.tls();
        if (context == null) {
            throw new IOException(
                    "cannot listen on %s without a certificate".formatted(options.address()));
        }
        return context;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                InetSocketAddress from = from(connection);
                if (!listener.allows(from)) {
                    listener.notAllowed();
                    connection.close();
                } else if (connections.size() >= MAX_CONNECTIONS) {
                    refused.incrementAndGet();
                    connection.close();
                } else {
                    connections.add(connection);
                    Thread.ofVirtual().start(() -> read(connection, from));
                }
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private static InetSocketAddress from(Socket connection) throws IOException {
        return UdpEntrance.plain((InetSocketAddress) connection.getRemoteSocketAddress());
    }

    private void read(Socket connection, InetSocketAddress from) {
        DatagramFrame frame = new DatagramFrame();
        byte[] bytes = frame.bytes();
        int at = DatagramFrame.payload();
        try (connection;
                Socket open = opened(connection);
                InputStream in = new BufferedInputStream(open.getInputStream(), 1 << 16)) {
            while (in.readNBytes(bytes, at, HepMessages.HEADER) == HepMessages.HEADER) {
                int length = Bytes.u16(bytes, at + 4);
                if (!HepMessages.isVersion3(bytes, at, Math.max(length, HepMessages.HEADER))) {
                    listener.malformed();
                    return;
                }
                int rest = length - HepMessages.HEADER;
                if (in.readNBytes(bytes, at + HepMessages.HEADER, rest) < rest) {
                    listener.malformed();
                    return;
                }
                listener.message(frame, from, length);
            }
        } catch (IOException _) {
            // The sender is gone.
        } finally {
            connections.remove(connection);
        }
    }

    /// Who does not shake hands in time, or not as TLS does, has sent nothing that is HEP.
    private Socket opened(Socket connection) throws IOException {
        connection.setKeepAlive(true);
        if (tls == null) {
            return connection;
        }
        try {
            connection.setSoTimeout(LONGEST_HANDSHAKE);
            SSLSocket secured =
                    (SSLSocket)
                            tls.getSocketFactory()
                                    .createSocket(connection, connection.getInputStream(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            connection.setSoTimeout(0);
            return secured;
        } catch (IOException stranger) {
            listener.malformed();
            throw stranger;
        }
    }

    @Override
    public InetSocketAddress bound() {
        return bound;
    }

    @Override
    public long kernelDrops() {
        return 0;
    }

    @Override
    public long refusedConnections() {
        return refused.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
            thread.join();
        } catch (IOException _) {
            // Then it is closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
