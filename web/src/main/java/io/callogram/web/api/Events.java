package io.callogram.web.api;

import io.callogram.web.api.json.SourceJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import io.javalin.http.sse.SseClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Server-sent events. Each listener has a bounded queue: one that does not keep up loses what it
/// missed and is told to ask anew, and never holds up anybody else.
final class Events implements AutoCloseable {

    static final int QUEUE = 256;

    /// One that never reads costs a queue until its connection is given up: many of them must not
    /// keep others out.
    private static final int MOST_CLIENTS = 512;

    private static final long KEEP_ALIVE_SECONDS = 15;

    private record Event(String type, String content) {}

    private static final Event RESYNC = new Event("resync", "{}");

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Workbench.Subscription subscription;
    private final AtomicLong resyncs = new AtomicLong();
    private volatile boolean closed;

    Events(Workbench workbench) {
        this.subscription = workbench.subscribe(change -> tell(event(change)));
    }

    private static Event event(Workbench.Change change) {
        return switch (change) {
            case Workbench.Change.OfSource(var source) ->
                    new Event("source", text(SourceJson.source(source)));
            case Workbench.Change.OfCalls(int source, long changed) ->
                    new Event(
                            "calls",
                            text(
                                    Json.object(json ->
                                            json.put("source", "s" + source)
                                                    .put("changed", changed))));
        };
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.offer(event));
    }

    Map<String, Long> counters() {
        return Map.of("event_listeners", (long) listeners.size(), "event_resyncs", resyncs.get());
    }

    void connect(SseClient client) {
        if (listeners.size() >= MOST_CLIENTS) {
            throw new Refused(
                    Problem.of(
                            503,
                            "too-many-listeners",
                            "Too many listeners",
                            "Close another page of this server."));
        }
        client.keepAlive();
        Listener listener = new Listener(client);
        listeners.add(listener);
        client.onClose(listener::stop);
        Thread.ofVirtual().name("events").start(listener::run);
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        listeners.forEach(Listener::stop);
    }

    private final class Listener {

        private final SseClient client;
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
        private final AtomicBoolean stopped = new AtomicBoolean();

        Listener(SseClient client) {
            this.client = client;
        }

        void offer(Event event) {
            if (!queue.offer(event)) {
                // in the queue itself, so that a listener that waits is woken by it
                resyncs.incrementAndGet();
                queue.clear();
                queue.offer(RESYNC);
            }
        }

        void run() {
            try {
                client.sendComment("connected");
                while (!closed && !stopped.get() && !client.terminated()) {
                    Event event = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                    if (event == null) {
                        client.sendComment("still here");
                    } else {
                        client.sendEvent(event.type(), event.content());
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                listeners.remove(this);
                client.close();
            }
        }

        void stop() {
            stopped.set(true);
            queue.offer(RESYNC);
        }
    }
}
