package io.callogram.capture.hep;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// One socket, one thread.
final class UdpEntrance implements HepListener.Entrance {

    private static final int SOCKET_BUFFER = 16 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress bound;
    private final HepListener listener;
    private final SocketDrops drops;
    private final Thread thread;

    UdpEntrance(HepOptions options, HepListener listener) throws IOException {
        this.listener = listener;
        InetSocketAddress address = options.address().socket();
        boolean v4 = address.getAddress().getAddress().length == 4;
        channel =
                DatagramChannel.open(
                        v4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.bind(address);
            bound = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException refused) {
            channel.close();
            throw new BindException(
                    "cannot listen on %s (%s)".formatted(options.address(), refused.getMessage()));
        }
        drops = new SocketDrops(v4, bound.getPort());
        thread = Thread.ofPlatform().daemon().name("hep").start(this::run);
    }

    private void run() {
        DatagramFrame frame = new DatagramFrame();
        ByteBuffer buffer = ByteBuffer.wrap(frame.bytes());
        try {
            while (true) {
                buffer.clear().position(DatagramFrame.payload());
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                listener.message(frame, plain(from), buffer.position() - DatagramFrame.payload());
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    /// Without the scope of a link-local address, which no packet carries.
    static InetSocketAddress plain(InetSocketAddress from) throws IOException {
        byte[] address = from.getAddress().getAddress();
        return new InetSocketAddress(InetAddress.getByAddress(address), from.getPort());
    }

    @Override
    public InetSocketAddress bound() {
        return bound;
    }

    @Override
    public long kernelDrops() {
        return drops.count();
    }

    @Override
    public long refusedConnections() {
        return 0;
    }

    @Override
    public void close() {
        drops.count();
        try {
            channel.close();
            thread.join();
        } catch (IOException _) {
            // Then it is closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
