package io.callogram.capture.hep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;

/// Each message a datagram.
final class DatagramCollector implements Collector {

    private static final int LARGEST = 65_507;

    private final DatagramChannel channel;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    DatagramCollector(InetSocketAddress to) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.connect(to);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public void send(byte[] message, int length) {
        if (length > LARGEST) {
            failed.incrementAndGet();
            return;
        }
        try {
            channel.write(ByteBuffer.wrap(message, 0, length));
            sent.incrementAndGet();
        } catch (IOException _) {
            // The collector is not there now; it may be for the next.
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

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
