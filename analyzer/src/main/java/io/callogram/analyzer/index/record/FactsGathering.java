package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects what a call is found by. Each list is bounded: a scan with a million targets is one
/// call, and is still found by its first thousands.
final class FactsGathering {

    static final int MOST = 4096;

    /// The header fields that name a party beside From, To and the Request-URI.
    private static final Set<Mark> PARTIES =
            EnumSet.of(
                    Mark.ASSERTED_IDENTITY,
                    Mark.PREFERRED_IDENTITY,
                    Mark.REMOTE_PARTY_ID,
                    Mark.DIVERSION,
                    Mark.HISTORY_INFO,
                    Mark.REFER_TO,
                    Mark.REFERRED_BY);

    private final Set<Party> from = new LinkedHashSet<>();
    private final Set<Party> to = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final Set<Integer> codes = new TreeSet<>();
    private final Set<String> agents = new LinkedHashSet<>();
    private final Set<IpAddress> addresses = new LinkedHashSet<>();
    private final Set<Integer> ports = new LinkedHashSet<>();

    FactsGathering(Call call) {
        for (Leg leg : call.legs()) {
            add(from, Party.of(leg.from()));
            add(to, Party.of(leg.to()));
            number(leg.target());
        }
        number(call.caller());
        number(call.callee());
        for (CallMessage message : call.messages()) {
            sighting(message.seen().sighting());
            session(message.seen().session());
        }
        for (Node node : call.nodes()) {
            node.endpoints().forEach(this::endpoint);
        }
        for (MediaStream stream : call.media()) {
            endpoint(stream.from());
            endpoint(stream.to());
        }
    }

    Facts facts() {
        return new Facts(
                List.copyOf(from),
                List.copyOf(to),
                List.copyOf(numbers),
                List.copyOf(methods),
                List.copyOf(codes),
                List.copyOf(agents),
                List.copyOf(addresses),
                List.copyOf(ports));
    }

    private void sighting(Sighting sighting) {
        Where where = sighting.where();
        endpoint(where.from());
        endpoint(where.to());
        if (sighting.isRequest()) {
            if (sighting.method() != Method.OTHER) {
                add(methods, sighting.method().name());
            }
        } else {
            add(codes, sighting.status());
        }
        number(sighting.from());
        number(sighting.to());
        number(sighting.requestUri());
        for (Marked marked : sighting.marks()) {
            if (PARTIES.contains(marked.mark())) {
                PhoneNumbers.inHeader(marked.value()).forEach(digits -> add(numbers, digits));
            } else if (marked.mark() == Mark.AGENT || marked.mark() == Mark.SERVER) {
                add(agents, marked.value());
            }
        }
    }

    private void session(@Nullable SessionDescription session) {
        if (session == null) {
            return;
        }
        for (Media media : session.media()) {
            IpAddress address = media.address();
            if (address != null && media.port() != 0) {
                endpoint(new Endpoint(address, media.port()));
            }
        }
    }

    private void endpoint(Endpoint endpoint) {
        add(addresses, endpoint.address());
        add(ports, endpoint.port());
    }

    private void number(@Nullable Address address) {
        if (address != null && !address.number().isEmpty()) {
            add(numbers, address.number());
        }
    }

    private static <T> void add(Collection<T> values, T value) {
        if (values.size() < MOST) {
            values.add(value);
        }
    }
}
