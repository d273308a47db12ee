package io.callogram.capture.hep;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One connection, made anew when it breaks. Its own thread writes, so that a collector which does
/// not read holds up nobody; what then waits is bounded.
final class StreamCollector implements Collector {

    static final int MOST_WAITING = 10_000;

    private static final int LONGEST_CONNECT = 5_000;
    private static final long PAUSE = 1_000_000_000L;

    /// No message is empty.
    private static final byte[] END = {};

    private final InetSocketAddress to;
    private final @Nullable SSLContext tls;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread thread;
    private volatile @Nullable Socket socket;
    private @Nullable OutputStream out;
    private long refused;

    StreamCollector(InetSocketAddress to, @Nullable SSLContext tls) throws IOException {
        this.to = to;
        this.tls = tls;
        connect();
        thread = Thread.ofPlatform().daemon().name("hep-sender").start(this::run);
    }

    private void connect() throws IOException {
        Socket plain = new Socket();
        Socket connected = null;
        try {
            plain.connect(to, LONGEST_CONNECT);
            plain.setKeepAlive(true);
            connected = tls == null ? plain : secured(plain, tls);
            out = connected.getOutputStream();
            socket = connected;
        } finally {
            if (connected == null) {
                plain.close();
            }
        }
    }

    /// The certificate has to be that of the host which was named (RFC 9525).
    private Socket secured(Socket plain, SSLContext context) throws IOException {
        plain.setSoTimeout(LONGEST_CONNECT);
        SSLSocket secured =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, to.getHostString(), to.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void run() {
        try {
            byte[] next = waiting.take();
            while (next.length > 0) {
                write(next);
                next = waiting.take();
            }
        } catch (InterruptedException _) {
            failed.addAndGet(waiting.size());
        }
        hangUp();
    }

    private void write(byte[] message) {
        try {
            OutputStream open = out;
            if (open == null) {
                open = again();
            }
            open.write(message);
            sent.incrementAndGet();
        } catch (IOException _) {
            failed.incrementAndGet();
            hangUp();
        }
    }

    /// Not for every message that finds the collector gone.
    private OutputStream again() throws IOException {
        if (System.nanoTime() - refused < PAUSE) {
            throw new IOException("the collector is not there");
        }
        connect();
        OutputStream open = out;
        if (open == null) {
            throw new IOException("the collector is not there");
        }
        return open;
    }

    private void hangUp() {
        refused = System.nanoTime();
        out = null;
        Socket open = socket;
        socket = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException _) {
            // Then it is closed.
        }
    }

    @Override
    public void send(byte[] message, int length) {
        if (!waiting.offer(Arrays.copyOf(message, length))) {
            failed.incrementAndGet();
        }
    }

    @Override
    public long sent() {
        return sent.get();
    }

    @Override
    public long failed() {
        return failed.get();
    }

    /// What waits is sent first, as long as the collector takes it.
    @Override
    public void close() throws IOException {
        try {
            boolean told = waiting.offer(END, LONGEST_CONNECT, TimeUnit.MILLISECONDS);
            if (told) {
                thread.join(LONGEST_CONNECT);
            }
            Socket stalled = socket;
            if (thread.isAlive() && stalled != null) {
                thread.interrupt();
                stalled.close();
            }
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
