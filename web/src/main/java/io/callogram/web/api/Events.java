package io.callogram.web.api;

import io.callogram.web.api.json.SourceJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import io.javalin.http.Context;
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
import org.jspecify.annotations.Nullable;

/// Server-sent events. Each listener has a bounded queue: one that does not keep up loses what it
/// missed and is told to ask anew, and never holds up anybody else.
final class Events implements AutoCloseable {

    static final int QUEUE = 256;

    /// One that never reads costs a queue until its connection is given up: many of them must not
    /// keep others out.
    private static final int MOST_CLIENTS = 512;

    /// Each of them has changed calls folded anew.
    private static final int MOST_DERIVING = 16;

    private static final long KEEP_ALIVE_SECONDS = 15;

    private record Event(String type, String content) {}

    private static final Event RESYNC = new Event("resync", "{}");

    private final Workbench workbench;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Workbench.Subscription subscription;
    private final AtomicLong resyncs = new AtomicLong();
    private volatile boolean closed;

    Events(Workbench workbench) {
        this.workbench = workbench;
        this.subscription = workbench.subscribe(this::tell);
    }

    private void tell(Workbench.Change change) {
        switch (change) {
            case Workbench.Change.OfSource(var source) ->
                    tell(new Event("source", text(SourceJson.source(source))));
            case Workbench.Change.OfCalls(int source, long changed) -> {
                listeners.forEach(Listener::found);
                tell(
                        new Event(
                                "calls",
                                text(
                                        Json.object(json ->
                                                json.put("source", "s" + source)
                                                        .put("changed", changed)))));
            }
            case Workbench.Change.OfCall(String id) ->
                    listeners.forEach(listener -> listener.changed(id));
        }
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

    /// Refuses one more than there may be, before the stream begins.
    void expectRoom(Context context) {
        long deriving = listeners.stream().filter(Listener::isDeriving).count();
        if (listeners.size() >= MOST_CLIENTS
                || (isDeriving(context) && deriving >= MOST_DERIVING)) {
            throw new Refused(
                    Problem.of(
                            503,
                            "too-many-listeners",
                            "Too many listeners",
                            "Close another page of this server."));
        }
    }

    private static boolean isDeriving(Context context) {
        return "true".equals(context.queryParam("derived"));
    }

    void connect(SseClient client) {
        client.keepAlive();
        Listener listener = new Listener(client, isDeriving(client.ctx()));
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

        /// Null unless derived events were asked for.
        private final @Nullable DerivedNews news;

        Listener(SseClient client, boolean derived) {
            this.client = client;
            this.news = derived ? new DerivedNews(workbench) : null;
        }

        boolean isDeriving() {
            return news != null;
        }

        void changed(String call) {
            if (news != null) {
                news.changed(call);
            }
        }

        void found() {
            if (news != null && !news.found()) {
                fellBehind();
            }
        }

        private void fellBehind() {
            // in the queue itself, so that a listener that waits is woken by it
            resyncs.incrementAndGet();
            queue.clear();
            queue.offer(RESYNC);
        }

        void offer(Event event) {
            if (!queue.offer(event)) {
                fellBehind();
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
                    tellNews();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                listeners.remove(this);
                client.close();
            }
        }

        private void tellNews() {
            if (news != null) {
                news.tell(client::sendEvent);
            }
        }

        void stop() {
            stopped.set(true);
            queue.offer(RESYNC);
        }
    }
}
