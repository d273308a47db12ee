package io.callogram.web.cli;

import io.callogram.capture.hep.HepCounters;
import io.callogram.capture.hep.HepListener;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveCapture;
import io.callogram.capture.live.LiveCounters;
import io.callogram.capture.live.LiveEvent;
import io.callogram.capture.live.LiveOptions;
import io.callogram.capture.packet.FrameSink;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where frames come from while `capture` runs.
interface Tap extends Closeable {

    /// The counters as one line.
    String counts();

    /// Whether frames were dropped, or are missed now.
    boolean isLosing();

    /// Why nothing more will come, or null.
    @Nullable String failure();

    @Override
    void close();

    static Tap live(LiveOptions options, FrameSink sink) {
        LiveCapture capture;
        try {
            capture = LiveCapture.start(options, sink, Tap::tell);
        } catch (CaptureRefused refused) {
            throw Refusal.of(refused);
        }
        System.err.println("callogram: capturing on " + String.join(", ", options.interfaces()));
        return new Live(capture);
    }

    static Tap hep(HepOptions options, FrameSink sink) {
        try {
            HepListener listener = HepListener.start(options, sink);
            System.err.println("callogram: listening on " + listener.address());
            return new Hep(listener);
        } catch (IOException refused) {
            throw Refusal.failed(refused.getMessage() + ".");
        }
    }

    private static void tell(LiveEvent event) {
        switch (event) {
            case LiveEvent.Interrupted gone ->
                    say("capturing was interrupted at %s: %s", at(gone.time()), gone.sentence());
            case LiveEvent.StillInterrupted still -> say("%s", still.sentence());
            case LiveEvent.Resumed again ->
                    say(
                            "capturing goes on; nothing was captured between %s and %s: %s.",
                            at(again.since()), at(again.time()), missed(again));
            case LiveEvent.Ended _ -> {}
        }
    }

    private static String missed(LiveEvent.Resumed again) {
        return again.missed() < 0
                ? "how many frames is not known"
                : (again.atMost() ? "at most " : "") + "%,d frames".formatted(again.missed());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    private static void say(String sentence, Object... arguments) {
        System.err.println("\r\u001b[Kcallogram: " + sentence.formatted(arguments));
    }

    private static Instant at(long time) {
        return Instant.ofEpochSecond(
                Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L));
    }

    /// Frames of interfaces.
    record Live(LiveCapture capture) implements Tap {

        @Override
        public String counts() {
            LiveCounters c = capture.counters();
            String filtered = c.filtered() <= 0 ? "" : ", %,d filtered".formatted(c.filtered());
            return "%,d frames received, %,d dropped (kernel %,d, interface %,d, queue %,d)%s"
                    .formatted(
                            c.received(),
                            c.kernelDrops() + c.interfaceDrops() + c.queueDrops(),
                            c.kernelDrops(),
                            c.interfaceDrops(),
                            c.queueDrops(),
                            filtered + gaps(c));
        }

        private String gaps(LiveCounters c) {
            String most = capture.options().filter() == null ? "" : "at most ";
            return c.gaps() == 0
                    ? ""
                    : ", %,d gaps (%s%,d frames missed)".formatted(c.gaps(), most, c.missed());
        }

        @Override
        public boolean isLosing() {
            LiveCounters c = capture.counters();
            return c.kernelDrops() + c.interfaceDrops() + c.queueDrops() > 0
                    || capture.state() == LiveCapture.State.INTERRUPTED;
        }

        @Override
        public @Nullable String failure() {
            return capture.state() == LiveCapture.State.ENDED ? capture.ending() : null;
        }

        @Override
        public void close() {
            capture.stop();
        }
    }

    /// Messages of HEP senders.
    record Hep(HepListener listener) implements Tap {

        @Override
        public String counts() {
            HepCounters c = listener.counters();
            return """
            %,d messages received, %,d dropped (kernel %,d, queue %,d, sender not allowed %,d, \
            wrong key %,d, no HEP %,d, too large %,d)\
            """
                    .formatted(
                            c.received(),
                            c.received() - c.handedOn() - c.waiting() + c.kernelDrops(),
                            c.kernelDrops(),
                            c.queueDrops(),
                            c.notAllowed(),
                            c.unauthenticated(),
                            c.malformed(),
                            c.tooLarge());
        }

        @Override
        public boolean isLosing() {
            HepCounters c = listener.counters();
            return c.kernelDrops() + c.queueDrops() > 0;
        }

        @Override
        public @Nullable String failure() {
            RuntimeException failure = listener.failure();
            return failure == null ? null : "The frames cannot be kept: " + failure.getMessage();
        }

        @Override
        public void close() {
            listener.close();
        }
    }
}
