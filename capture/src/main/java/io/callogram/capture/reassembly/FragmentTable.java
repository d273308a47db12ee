package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The datagrams that wait for fragments. First come, first evicted.
final class FragmentTable {

    static final int MAX_DATAGRAMS = 4_096;
    static final int MAX_FRAGMENTS = 64;
    static final long MAX_MEMORY = 16L << 20;
    static final long TIMEOUT = 30_000_000_000L;

    /// A datagram that will not become whole.
    record Abandoned(FragmentKey key, Datagram datagram, boolean timedOut) {}

    private final LinkedHashMap<FragmentKey, Datagram> waiting = new LinkedHashMap<>();
    private final LinkedHashMap<FragmentKey, Boolean> completed = new LinkedHashMap<>();
    private final ArrayDeque<Abandoned> abandoned = new ArrayDeque<>();
    private final Counters counters;
    private long memory;

    FragmentTable(Counters counters) {
        this.counters = counters;
    }

    /// The datagram, when this fragment made it whole.
    @Nullable Datagram add(Decoded fragment, Arrival arrival) {
        expire(arrival.time);
        FragmentKey key = FragmentKey.of(fragment);
        Datagram datagram = waiting.get(key);
        if (datagram == null) {
            counters.happened(Incident.FRAGMENT_DATAGRAM_STARTED);
            datagram = new Datagram(arrival.time);
            waiting.put(key, datagram);
        } else {
            memory -= datagram.memory();
        }
        Incident met = datagram.add(fragment, arrival);
        if (met != null) {
            counters.happened(met);
        }
        memory += datagram.memory();
        if (datagram.isComplete()) {
            remove(key, datagram);
            counters.happened(Incident.FRAGMENT_DATAGRAM_COMPLETED);
            remember(key.anyDepth());
            return datagram;
        }
        if (datagram.fragments() >= MAX_FRAGMENTS) {
            counters.happened(Incident.FRAGMENT_TOO_MANY);
            evict(key, datagram);
        }
        while (waiting.size() > MAX_DATAGRAMS || memory > MAX_MEMORY) {
            var eldest = waiting.firstEntry();
            evict(eldest.getKey(), eldest.getValue());
        }
        return null;
    }

    /// Whether another copy of the datagram, perhaps in another tunnel, became whole lately.
    boolean hasWholeCopy(FragmentKey key) {
        return completed.containsKey(key.anyDepth());
    }

    private void remember(FragmentKey key) {
        completed.putLast(key, true);
        if (completed.size() > MAX_DATAGRAMS) {
            completed.pollFirstEntry();
        }
    }

    private void evict(FragmentKey key, Datagram datagram) {
        remove(key, datagram);
        counters.happened(Incident.FRAGMENT_DATAGRAM_EVICTED);
        abandoned.add(new Abandoned(key, datagram, false));
    }

    private void expire(long now) {
        for (var eldest = waiting.firstEntry();
                eldest != null && now - eldest.getValue().firstTime() > TIMEOUT;
                eldest = waiting.firstEntry()) {
            giveUp(eldest.getKey(), eldest.getValue());
        }
    }

    /// The capture has ended: nothing will become whole any more.
    void finish() {
        for (var eldest = waiting.firstEntry(); eldest != null; eldest = waiting.firstEntry()) {
            giveUp(eldest.getKey(), eldest.getValue());
        }
    }

    /// The next datagram that was given up, or null; each is handed out once.
    @Nullable Abandoned nextAbandoned() {
        return abandoned.poll();
    }

    long memory() {
        return memory;
    }

    private void giveUp(FragmentKey key, Datagram datagram) {
        remove(key, datagram);
        counters.happened(Incident.FRAGMENT_DATAGRAM_TIMED_OUT);
        abandoned.add(new Abandoned(key, datagram, true));
    }

    private void remove(FragmentKey key, Datagram datagram) {
        waiting.remove(key);
        memory -= datagram.memory();
    }
}
