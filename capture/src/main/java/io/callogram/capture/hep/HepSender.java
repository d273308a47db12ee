package io.callogram.capture.hep;

import io.callogram.capture.decode.SiftedBlock;
import io.callogram.capture.decode.Sifter;
import io.callogram.capture.packet.FrameSink;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.reassembly.Reassembler;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Sends the SIP messages in frames to another collector, whole ones: streams and fragments are put
/// together first. Frames come from one thread at a time.
public final class HepSender implements FrameSink, AutoCloseable {

    private final Collector collector;
    private final HepWriter writer;
    private final Sifter sifter = new Sifter();
    private final Reassembler reassembler;
    private final AtomicLong tooLarge = new AtomicLong();
    private long position;

    public HepSender(HepAddress to, byte @Nullable [] key) throws IOException {
        this(to, key, null);
    }

    /// @param tls whom to trust, for `tls:` addresses; null for the certificates that Java trusts
    public HepSender(HepAddress to, byte @Nullable [] key, @Nullable SSLContext tls)
            throws IOException {
        writer = new HepWriter(key);
        collector = Collector.of(to, tls);
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
        if (length == 0) {
            tooLarge.incrementAndGet();
        } else {
            collector.send(writer.bytes(), length);
        }
    }

    /// Messages that were sent.
    public long sent() {
        return collector.sent();
    }

    /// Messages that are too large, or that the network refused.
    public long failed() {
        return tooLarge.get() + collector.failed();
    }

    @Override
    public void close() throws IOException {
        reassembler.finish();
        collector.close();
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
