package io.callogram.capture.hep;

import io.callogram.capture.decode.LinkTypes;
import io.callogram.capture.packet.FrameQueue;
import io.callogram.capture.packet.FrameSink;
import io.callogram.capture.packet.UnixTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Receives HEP and hands each message on as the packet that brought it. Thread-safe.
public final class HepListener implements AutoCloseable {

    private final HepOptions options;
    private final FrameQueue queue;
    private final Entrance entrance;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong notAllowed = new AtomicLong();
    private final AtomicLong unauthenticated = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong tooLarge = new AtomicLong();

    /// Where messages come in.
    interface Entrance extends AutoCloseable {
        InetSocketAddress bound();

        long kernelDrops();

        long refusedConnections();

        @Override
        void close();
    }

    private HepListener(HepOptions options, FrameSink sink) throws IOException {
        this.options = options;
        queue = new FrameQueue(sink, options.queueBytes());
        try {
            entrance =
                    switch (options.address().carrier()) {
                        case UDP -> new UdpEntrance(options, this);
                        case TCP, TLS -> new TcpEntrance(options, this);
                    };
        } catch (IOException refused) {
            queue.close();
            throw refused;
        }
    }

    /// Returns when it listens.
    ///
    /// @throws IOException when the address cannot be listened on; the message says why
    public static HepListener start(HepOptions options, FrameSink sink) throws IOException {
        return new HepListener(options, sink);
    }

    /// Where it listens: the port is the one that was found when 0 was asked for.
    public HepAddress address() {
        return new HepAddress(options.address().carrier(), entrance.bound());
    }

    public HepCounters counters() {
        long handedOn = queue.handedOn();
        long queueDrops = queue.dropped();
        long all = received.get();
        long refused = notAllowed.get() + unauthenticated.get() + malformed.get() + tooLarge.get();
        return new HepCounters(
                all,
                handedOn,
                Math.max(0, all - refused - handedOn - queueDrops),
                notAllowed.get(),
                unauthenticated.get(),
                malformed.get(),
                tooLarge.get(),
                queueDrops,
                entrance.kernelDrops(),
                entrance.refusedConnections());
    }

    /// What the receiver of the frames threw, when it failed.
    public @Nullable RuntimeException failure() {
        return queue.failure();
    }

    /// Stops listening, then hands on what still waits.
    @Override
    public void close() {
        entrance.close();
        queue.close();
    }

    /// A message of `length` bytes stands in `frame`. Called by one thread for each frame.
    void message(DatagramFrame frame, InetSocketAddress from, int length) {
        received.incrementAndGet();
        AtomicLong objection = objection(frame.bytes(), from, length);
        if (objection != null) {
            objection.incrementAndGet();
            return;
        }
        int whole = frame.wrap(from, entrance.bound(), length);
        queue.frame(UnixTime.now(), LinkTypes.RAW, whole, frame.bytes(), frame.start(), whole);
    }

    private @Nullable AtomicLong objection(byte[] bytes, InetSocketAddress from, int length) {
        if (!options.allowed().allow(from.getAddress())) {
            return notAllowed;
        }
        int at = DatagramFrame.payload();
        boolean version3 = HepMessages.isVersion3(bytes, at, length);
        if (!version3 && !HepMessages.isVersion2(bytes, at, length)) {
            return malformed;
        }
        byte[] key = options.key();
        if (key != null && !(version3 && HepMessages.carriesKey(bytes, at, length, key))) {
            return unauthenticated;
        }
        return DatagramFrame.fits(from, length) ? null : tooLarge;
    }

    boolean allows(InetSocketAddress from) {
        return options.allowed().allow(from.getAddress());
    }

    void notAllowed() {
        received.incrementAndGet();
        notAllowed.incrementAndGet();
    }

    void malformed() {
        received.incrementAndGet();
        malformed.incrementAndGet();
    }
}
