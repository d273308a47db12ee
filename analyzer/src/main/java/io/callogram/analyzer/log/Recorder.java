package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import io.callogram.capture.packet.FrameSink;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes the packets of a live source and makes them durable in groups. Taking one never waits for
/// the disk: what the disk cannot follow waits in memory up to a limit, and is dropped and counted
/// beyond it, here and nowhere else.
public final class Recorder implements FrameSink, Closeable {

    private static final int MAX_LINKS = 64;
    private static final int MAX_SPARE = 2;
    private static final long FIRST_RETRY = TimeUnit.MILLISECONDS.toNanos(10);

    private final Recording recording;
    private final Settings settings;
    private final GroupWriter writer;
    private final Thread thread;
    private final List<Integer> links = new ArrayList<>();

    private Group filling = new Group();

    /// Full ones, and before them those that the disk has refused.
    private final Deque<Group> waiting = new ArrayDeque<>();

    private final Deque<Group> spare = new ArrayDeque<>();

    private int waitingBytes;

    /// Groups that are being written, or forced.
    private int taken;

    private long numbered;
    private long durable;
    private long dropped;
    private final Loss loss = new Loss();
    private boolean closing;
    private boolean ended;

    Recorder(Recording recording, Environment environment) {
        this.recording = recording;
        this.settings = environment.settings();
        this.writer = new GroupWriter(recording, environment, new Outcome());
        for (Segment segment : recording.segments()) {
            segment.name().links().stream().filter(l -> !links.contains(l)).forEach(links::add);
        }
        thread = Thread.ofPlatform().name("log-" + recording.id()).daemon().start(this::run);
    }

    @Override
    public void frame(long time, int link, int original, byte[] bytes, int offset, int length) {
        append(time, link, original, bytes, offset, length);
    }

    /// Takes a packet; false when it was dropped. A packet longer than any reader believes loses
    /// its end, as by a snap length.
    ///
    /// @param time nanoseconds since 1970
    /// @param original length on the wire
    public synchronized boolean append(
            long time, int link, int original, byte[] bytes, int offset, int length) {
        int captured = Math.min(length, CheckedPacket.LONGEST);
        int index = closing ? -1 : index(link);
        int room = CheckedPacket.length(captured);
        if (index < 0 || waitingBytes + room > settings.waitingBytes()) {
            dropped++;
            loss.add(time);
            return false;
        }
        if (!filling.hasRoom(room)) {
            waiting.addLast(filling);
            filling = empty();
        }
        waitingBytes += room;
        filling.add(index, time, original, bytes, offset, captured, numbered++);
        if (filling.packets() == 1) {
            notifyAll();
        }
        return true;
    }

    private Group empty() {
        return spare.isEmpty() ? new Group() : spare.removeFirst();
    }

    private int index(int link) {
        int known = links.indexOf(link);
        if (known >= 0 || links.size() == MAX_LINKS) {
            return known;
        }
        links.add(link);
        return links.size() - 1;
    }

    /// Bytes of the source that survive a power cut.
    public long durable() {
        return recording.durable();
    }

    /// Waits until so many packets of this recorder are durable; false when time was over before,
    /// or recording ended without them.
    public synchronized boolean awaitDurable(long packets, Duration longest)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (durable < packets && !ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return durable >= packets;
    }

    public synchronized RecorderStatus status() {
        return new RecorderStatus(
                ended ? RecorderState.ENDED : writer.state(),
                durable,
                numbered - durable,
                dropped,
                writer.syncFailures(),
                writer.writeFailures(),
                writer.sentence());
    }

    private void run() {
        try {
            long pause = FIRST_RETRY;
            while (awaitWork()) {
                long began = System.nanoTime();
                if (commit()) {
                    pause = FIRST_RETRY;
                    rest(began + settings.commitEvery().toNanos());
                } else if (isClosing() && pause > FIRST_RETRY) {
                    break;
                } else {
                    rest(System.nanoTime() + pause);
                    pause = Math.min(pause * 2, settings.retryEvery().toNanos());
                }
            }
        } catch (InterruptedException interrupted) {
            // Nobody but this class has the thread; ending is all that is left.
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /// Waits until there is something to write or to see to; false when there will be nothing.
    private synchronized boolean awaitWork() throws InterruptedException {
        while (waiting.isEmpty() && filling.isEmpty() && !writer.hasFailed()) {
            if (closing && taken == 0) {
                return false;
            }
            writer.rest();
            wait();
        }
        return true;
    }

    /// Of groups that the disk refuses the first one is tried first.
    private boolean commit() {
        boolean done = !writer.hasFailed() || writer.settle();
        Group next = done ? take() : null;
        if (next != null && !writer.commit(next, known())) {
            giveBack(next);
            done = false;
        }
        Group before = done ? null : writer.unforced();
        if (before != null) {
            giveBack(before);
        }
        return done;
    }

    private synchronized Group take() {
        Group first = waiting.pollFirst();
        if (first == null) {
            first = filling;
            filling = empty();
        }
        waitingBytes -= first.length();
        taken++;
        return first;
    }

    private synchronized void giveBack(Group group) {
        waiting.addFirst(group);
        waitingBytes += group.length();
        taken--;
    }

    private synchronized List<Integer> known() {
        return List.copyOf(links);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private final class Outcome implements GroupWriter.Listener {
        @Override
        public void durable(Group group) {
            Entry.Gap gap = acknowledged(group);
            if (gap != null && !writer.note(gap)) {
                unwritten(gap);
            }
        }

        @Override
        public void woken() {
            wake();
        }
    }

    private synchronized Entry.@Nullable Gap acknowledged(Group group) {
        durable += group.packets();
        group.clear();
        if (spare.size() < MAX_SPARE) {
            spare.addLast(group);
        }
        taken--;
        notifyAll();
        return loss.end(recording.id());
    }

    private synchronized void unwritten(Entry.Gap gap) {
        loss.again(gap);
    }

    private synchronized void wake() {
        notifyAll();
    }

    /// Until then, or until the last packets are to be written.
    private synchronized void rest(long until) throws InterruptedException {
        long left = until - System.nanoTime();
        while (left > 0 && !closing) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
    }

    private void end() {
        Group left = writer.settle() ? null : writer.unforced();
        if (left != null) {
            giveBack(left);
        }
        Entry.Gap gap;
        synchronized (this) {
            closing = true;
            // What the disk never took is lost now, and said to be.
            long lost = numbered - durable;
            waiting.forEach(loss::add);
            loss.add(filling);
            dropped += lost;
            numbered = durable;
            gap = loss.end(recording.id());
        }
        try {
            writer.end();
        } catch (InterruptedException interrupted) {
            // What has no manifest yet gets it at the next opening.
            Thread.currentThread().interrupt();
        }
        if (gap != null) {
            writer.note(gap);
        }
        String why = gap == null ? "ended" : String.valueOf(writer.sentence());
        writer.note(new Entry.CaptureStopped(recording.id(), why));
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        recording.finished();
    }

    /// Ends recording when everything that was taken is durable, or the disk has refused it twice
    /// more.
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
