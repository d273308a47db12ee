package io.callogram.capture.hep;

import io.callogram.capture.decode.SiftedBlock;
import io.callogram.capture.decode.Sifter;
import io.callogram.capture.packet.FrameSink;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.reassembly.Reassembler;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Sends the SIP messages in frames to another collector, whole ones: streams and fragments are put
/// together first. Frames come from one thread at a time.
public final class HepSender implements FrameSink, AutoCloseable {

    private static final int LARGEST_DATAGRAM = 65_507;

    private final DatagramChannel channel;
    private final HepWriter writer;
    private final Sifter sifter = new Sifter();
    private final Reassembler reassembler;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private long position;

    public HepSender(HepAddress to, byte @Nullable [] key) throws IOException {
        writer = new HepWriter(key);
        channel = DatagramChannel.open();
        try {
            channel.connect(to.socket());
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        reassembler = new Reassembler(new Forgetful(), this::send);
    }

    @Override
    public void frame(long time, int link, int original, byte[] bytes, int offset, int length) {
        // A block holds places in a capture; this one has only an order.
        PacketBlock block =
                new PacketBlock(
                        bytes,
                        position - offset,
                        1,
                        new long[] {position},
                        new int[] {offset},
                        new int[] {length},
                        new int[] {original},
                        new long[] {time},
                        new int[] {link});
        position += length;
        SiftedBlock sifted = sifter.sift(block);
        reassembler.accept(sifted);
    }

    private void send(Payload payload) {
        int length = writer.write(payload);
        if (length == 0 || length > LARGEST_DATAGRAM) {
            failed.incrementAndGet();
            return;
        }
        try {
            channel.write(ByteBuffer.wrap(writer.bytes(), 0, length));
            sent.incrementAndGet();
        } catch (IOException _) {
            // The collector is not there now; it may be for the next.
            failed.incrementAndGet();
        }
    }

    /// Messages that were sent.
    public long sent() {
        return sent.get();
    }

    /// Messages that are too large, or that the network refused.
    public long failed() {
        return failed.get();
    }

    @Override
    public void close() throws IOException {
        reassembler.finish();
        channel.close();
    }

    /// Nobody reads a message again that was sent.
    private static final class Forgetful implements Spool {

        private long place;

        @Override
        public long append(long[] records, int count, byte[] bytes, int offset, int length) {
            long at = place;
            place += length;
            return at;
        }

        @Override
        public byte[] read(long at, int length) throws IOException {
            throw new IOException("nothing is kept");
        }

        @Override
        public long[] records(long at) throws IOException {
            throw new IOException("nothing is kept");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
