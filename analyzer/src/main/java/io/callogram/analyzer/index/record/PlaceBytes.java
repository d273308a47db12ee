package io.callogram.analyzer.index.record;

import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The places of a call's messages: endpoints once in a table, the rest as differences.
final class PlaceBytes {

    private static final int TRUNCATED = 0x40;
    private static final int GAP = 0x80;

    /// The bytes stand in the capture itself, so that `stored` repeats `position`.
    private static final int IN_PLACE = 0x20;

    private static final int TRANSPORT = 0x1f;

    private PlaceBytes() {}

    static void pack(Packing out, int source, long start, List<Where> places) {
        Map<Endpoint, Integer> endpoints = new LinkedHashMap<>();
        for (Where place : places) {
            endpoints.putIfAbsent(place.from(), endpoints.size());
            endpoints.putIfAbsent(place.to(), endpoints.size());
        }
        out.number(endpoints.size());
        for (Endpoint endpoint : endpoints.keySet()) {
            RecordBytes.address(out, endpoint.address());
            out.number(endpoint.port());
        }
        out.number(places.size());
        long time = start;
        long position = 0;
        for (Where place : places) {
            boolean inPlace = place.stored() == place.position();
            out.octet(flags(place, inPlace));
            out.signed(place.source() - (long) source);
            out.signed(place.position() - position);
            out.signed(place.position() - place.packet());
            if (!inPlace) {
                out.signed(place.stored());
            }
            out.number(place.length());
            out.signed(place.time() - time);
            out.number(endpoints.getOrDefault(place.from(), 0));
            out.number(endpoints.getOrDefault(place.to(), 0));
            out.fixed(place.hash());
            time = place.time();
            position = place.position();
        }
    }

    private static int flags(Where place, boolean inPlace) {
        return code(place.transport())
                | (inPlace ? IN_PLACE : 0)
                | (place.truncated() ? TRUNCATED : 0)
                | (place.gap() ? GAP : 0);
    }

    private static int code(Transport transport) {
        return switch (transport) {
            case UDP -> 0;
            case TCP -> 1;
            case SCTP -> 2;
            case WS -> 3;
        };
    }

    private static Transport transport(int code) {
        return switch (code) {
            case 0 -> Transport.UDP;
            case 1 -> Transport.TCP;
            case 2 -> Transport.SCTP;
            default -> Transport.WS;
        };
    }

    static List<Where> unpack(Unpacking in, int source, long start) {
        List<Endpoint> endpoints = in.list(() -> new Endpoint(RecordBytes.address(in), in.count()));
        int count = in.count();
        List<Where> places = new ArrayList<>(count);
        long time = start;
        long position = 0;
        for (int i = 0; i < count; i++) {
            int flags = in.octet();
            int from = source + (int) in.signed();
            position += in.signed();
            long packet = position - in.signed();
            long stored = (flags & IN_PLACE) != 0 ? position : in.signed();
            int length = in.count();
            time += in.signed();
            places.add(
                    new Where(
                            from,
                            position,
                            stored,
                            packet,
                            length,
                            time,
                            endpoints.get(in.count()),
                            endpoints.get(in.count()),
                            transport(flags & TRANSPORT),
                            in.fixed(),
                            (flags & TRUNCATED) != 0,
                            (flags & GAP) != 0));
        }
        return List.copyOf(places);
    }
}
