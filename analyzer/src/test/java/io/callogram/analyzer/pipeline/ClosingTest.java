package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A library is closed while the reading of a source comes to its end.
class ClosingTest {

    private static final int ROUNDS = 10;

    @TempDir private Path folder;
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    private static byte[] capture() throws IOException {
        try (InputStream in = Scenarios.named("recorded/hold").capture()) {
            return in.readAllBytes();
        }
    }

    private static Thread named(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitBlocked(Thread thread, LongPredicate owner) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ThreadInfo known = threads.getThreadInfo(thread.threadId());
        while (known != null && !owner.test(known.getLockOwnerId())) {
            Thread.onSpinWait();
            known = threads.getThreadInfo(thread.threadId());
        }
        assertThat(known).isNotNull();
    }

    private static void close(Library library) {
        try {
            library.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void forgetsWhatWasRemovedBeforeTheIndexIsClosed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path kept = folder.resolve("index" + round);
            Projection projection = Projection.open(kept, "1");
            Library library = library(projection);
            GrowingBytes growing = new GrowingBytes();
            byte[] bytes = capture();
            growing.append(bytes, 0, bytes.length);
            library.follow(1, "phone", growing);
            Thread follower = named("following-1");
            follower.setUncaughtExceptionHandler((_, e) -> uncaught.add(e));
            long self = Thread.currentThread().threadId();
            Thread closing;
            // Whatever is kept waits for us.
            synchronized (projection) {
                library.remove(1);
                awaitBlocked(follower, owner -> owner == self);
                closing = Thread.ofPlatform().start(() -> close(library));
                awaitBlocked(closing, owner -> owner >= 0);
            }
            closing.join();
            follower.join();
            assertThat(uncaught).isEmpty();
            try (Projection again = Projection.open(kept, "1")) {
                assertThat(again.index().calls(1)).isZero();
            }
        }
    }

    private Library library(Projection projection) throws IOException {
        return new Library(
                Files.createDirectories(folder.resolve("scratch")),
                projection,
                Rulebook.STANDARD,
                _ -> {});
    }
}
