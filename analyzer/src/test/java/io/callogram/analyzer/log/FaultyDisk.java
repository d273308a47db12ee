package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// The files of this machine, failing when asked to.
final class FaultyDisk implements Disk {

    private static final long SLOW = 300_000;

    /// Every other thread has done what it does by then.
    private static final long LATE = 20_000_000;

    private final LocalDisk disk = new LocalDisk();
    private boolean forces = true;
    private long forced;
    private long forcedAfterFailing;
    private long failAt = Long.MAX_VALUE;
    private long failUntil;
    private long room = Long.MAX_VALUE;
    private long deletes = Long.MAX_VALUE;
    private boolean slow;
    private boolean late;
    private int forcing;
    private long writtenAhead;

    /// Forcing takes so long that something else can be done meanwhile.
    FaultyDisk slowly() {
        slow = true;
        return this;
    }

    /// A force that fails takes its time to say so.
    FaultyDisk tellingLate() {
        late = true;
        return this;
    }

    /// How often something was written while a file was forced.
    synchronized long writtenAhead() {
        return writtenAhead;
    }

    private synchronized void forcing(int more) {
        forcing += more;
    }

    /// Nothing is ever made durable, and nobody is told.
    FaultyDisk neverForcing() {
        forces = false;
        return this;
    }

    /// Forces number [first, last], counted from 1, fail as a broken disk does.
    synchronized FaultyDisk failForces(long first, long last) {
        failAt = first;
        failUntil = last;
        return this;
    }

    /// So many bytes more can be appended, then the disk is full; half a write may get through.
    synchronized void room(long bytes) {
        room = bytes;
    }

    /// So many deletes more, then every one fails.
    synchronized void dieAfterDeletes(long count) {
        deletes = count;
    }

    synchronized long forced() {
        return forced;
    }

    /// How often a file was forced that had failed before.
    synchronized long forcedAfterFailing() {
        return forcedAfterFailing;
    }

    private boolean force() throws IOException {
        if (fails()) {
            if (late) {
                LockSupport.parkNanos(LATE);
            }
            throw new IOException("Input/output error");
        }
        return forces;
    }

    private synchronized boolean fails() {
        forced++;
        return forced >= failAt && forced <= failUntil;
    }

    private synchronized void again() {
        forcedAfterFailing++;
    }

    private synchronized int take(int length) {
        writtenAhead += forcing;
        int taken = (int) Math.min(length, room);
        room -= room == Long.MAX_VALUE ? 0 : taken;
        return taken;
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        return new Faulty(disk.create(file));
    }

    @Override
    public DiskFile open(Path file) throws IOException {
        return new Faulty(disk.open(file));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (force()) {
            disk.syncFolder(folder);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        synchronized (this) {
            if (deletes == 0) {
                throw new IOException("Input/output error");
            }
            deletes -= deletes == Long.MAX_VALUE ? 0 : 1;
        }
        disk.delete(file);
    }

    private final class Faulty implements DiskFile {

        private final DiskFile file;
        private boolean failed;

        Faulty(DiskFile file) {
            this.file = file;
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws IOException {
            int taken = take(length);
            file.append(bytes, offset, taken);
            if (taken < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {
            if (failed) {
                again();
            }
            failed = true;
            forcing(1);
            try {
                if (slow) {
                    LockSupport.parkNanos(SLOW);
                }
                if (FaultyDisk.this.force()) {
                    file.force();
                }
                failed = false;
            } finally {
                forcing(-1);
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
