package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.EndpointCache;
import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// The TCP connections that are known, least recently used first.
final class StreamTable {

    static final int MAX_FLOWS = 100_000;
    static final long MAX_MEMORY = 128L << 20;

    /// After so many segments without a start line a connection is something else.
    private static final int MAX_UNDECIDED = 8;

    private static final int MAX_BLANKS = 64;
    private static final long A_SECOND = 1_000_000_000L;

    private final LinkedHashMap<FlowKey, Flow> flows = new LinkedHashMap<>(64, 0.75f, true);
    private final LinkedHashSet<StreamSide> waiting = new LinkedHashSet<>();
    private final EndpointCache endpoints;
    private final Framer framer;
    private final Counters counters;
    private long memory;
    private long lastSweep;

    StreamTable(EndpointCache endpoints, Framer framer) {
        this.endpoints = endpoints;
        this.framer = framer;
        counters = framer.counters();
    }

    void accept(Decoded segment, Arrival arrival) {
        boolean carries = arrival.length + arrival.missing > 0;
        boolean control = segment.syn() || segment.fin() || segment.reset();
        if (!carries) {
            counters.not(Reason.TCP_CONTROL, arrival.packets);
        }
        if (segment.ack() && !waiting.isEmpty()) {
            acknowledge(segment);
        }
        if (!carries && !control) {
            return;
        }
        sweep(arrival.time);
        FlowKey key = FlowKey.of(segment);
        Flow flow = flows.get(key);
        if (flow == null) {
            if (!carries && !segment.syn()) {
                return;
            }
            flow = new Flow(key);
            flows.put(key, flow);
            memory += flow.memory();
        }
        take(flow, segment, arrival, carries);
        memory += flow.memoryChange();
        while (flows.size() > MAX_FLOWS || memory > MAX_MEMORY) {
            evict();
        }
    }

    private void acknowledge(Decoded segment) {
        Flow flow = flows.get(FlowKey.of(segment));
        StreamSide acknowledged = flow == null ? null : flow.opposite(segment);
        if (acknowledged == null || !acknowledged.isWaiting()) {
            return;
        }
        acknowledged.acknowledged(segment.acknowledgement(), framer);
        memory += acknowledged.flow().memoryChange();
        waitOrNot(acknowledged);
    }

    private void take(Flow flow, Decoded segment, Arrival arrival, boolean carries) {
        if (flow.carries() == Flow.Carries.OTHER) {
            if (!segment.syn() && !(carries && beginsSip(arrival))) {
                if (carries) {
                    flow.packets(arrival.packets, counters);
                }
                return;
            }
            flow.revive();
        }
        StreamSide side = flow.side(segment, endpoints);
        if (segment.syn()) {
            side.open(segment.sequence(), framer);
        }
        if (carries && !segment.reset()) {
            verdict(flow, side, arrival);
            side.accept(segment.sequence() + (segment.syn() ? 1 : 0), arrival, framer);
            if (flow.undecidedSegments() >= MAX_UNDECIDED
                    && !side.isPending()
                    && !isUpgrading(flow)) {
                flow.isOther(counters);
            }
        } else if (carries) {
            counters.not(Reason.TCP_CONTROL, arrival.packets);
        }
        if (segment.fin()) {
            side.finish();
        }
        if (segment.reset() || (segment.fin() && flow.isFinished())) {
            close(flow);
        }
        waitOrNot(side);
    }

    private void waitOrNot(StreamSide side) {
        if (side.isWaiting()) {
            waiting.add(side);
        } else if (!waiting.isEmpty()) {
            waiting.remove(side);
        }
    }

    /// Line ends are a keep-alive, unless they end the header of a message.
    private void verdict(Flow flow, StreamSide side, Arrival arrival) {
        if (flow.carries() == Flow.Carries.SIP && !side.isPending() && isBlank(arrival)) {
            counters.not(Reason.KEEP_ALIVE, arrival.packets);
        } else {
            flow.packets(arrival.packets, counters);
        }
    }

    /// A WebSocket gets more time: its handshake and first frames carry no SIP.
    private static boolean isUpgrading(Flow flow) {
        return flow.undecidedSegments() < MAX_UNDECIDED * 8
                && (isUpgrading(flow.forward()) || isUpgrading(flow.backward()));
    }

    private static boolean isUpgrading(@Nullable StreamSide side) {
        return side != null && side.framing().mode != Framing.Mode.SIP;
    }

    private static boolean beginsSip(Arrival a) {
        return StartLine.check(a.bytes, a.offset, a.offset + a.length) == StartLine.Verdict.YES
                || HepFraming.begins(a.bytes, a.offset, a.length);
    }

    private static boolean isBlank(Arrival a) {
        if (a.length > MAX_BLANKS || a.missing > 0) {
            return false;
        }
        for (int i = a.offset; i < a.offset + a.length; i++) {
            if (a.bytes[i] != '\r' && a.bytes[i] != '\n' && a.bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// About once a second of capture time: holes that no packet of their own flow reminds of.
    private void sweep(long now) {
        if (waiting.isEmpty() || Math.abs(now - lastSweep) < A_SECOND) {
            return;
        }
        lastSweep = now;
        for (StreamSide side : new ArrayList<>(waiting)) {
            if (side.isStuck(now)) {
                side.unstick(framer);
                memory += side.flow().memoryChange();
            }
            waitOrNot(side);
        }
    }

    private void evict() {
        Flow eldest = flows.pollFirstEntry().getValue();
        counters.happened(Incident.STREAM_FLOW_EVICTED);
        end(eldest);
    }

    private void end(Flow flow) {
        close(flow);
        flow.isOver(counters);
        memory -= flow.memory();
    }

    private void close(Flow flow) {
        close(flow.forward());
        close(flow.backward());
    }

    private void close(@Nullable StreamSide side) {
        if (side != null) {
            side.close(framer);
            waiting.remove(side);
        }
    }

    void finish() {
        while (!flows.isEmpty()) {
            end(flows.pollFirstEntry().getValue());
        }
    }

    long memory() {
        return memory;
    }
}
