package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Ground;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sip.PlaceReader;
import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one compact binary form of a record, as the index stores it. Times are kept relative to the
/// start.
public final class RecordBytes {

    /// Grows with every change of the form, so that an older index is rebuilt and not misread.
    public static final int VERSION = 6;

    private RecordBytes() {}

    public static byte[] pack(CallRecord call) {
        Packing out = new Packing();
        out.octets(Places.pack(call.places()));
        row(out, call.row());
        out.text(call.sourceName());
        facts(out, call.facts());
        out.list(call.media(), stream -> media(out, stream));
        return out.bytes();
    }

    private static void row(Packing out, CallRow call) {
        out.text(call.id());
        out.number(call.source());
        out.text(call.kind().name());
        party(out, call.caller());
        party(out, call.callee());
        out.list(call.callIds(), out::text);
        out.text(call.outcome().name());
        out.text(call.outcomeClass() == null ? "" : call.outcomeClass());
        out.number(call.code());
        out.text(call.endedBy() == null ? "" : call.endedBy().name());
        times(out, call.times());
        out.list(call.legs(), leg -> leg(out, leg));
        out.number(call.legsCount());
        out.number(call.dialogs());
        out.number(call.messages());
        out.number(call.retransmissions());
        out.number(call.problems());
        out.text(call.headline() == null ? "" : call.headline().name());
        out.list(call.flows(), flow -> FindingBytes.flow(out, flow, call.times().start()));
        out.list(call.hints(), hint -> FindingBytes.hint(out, hint));
    }

    public static CallRecord unpack(byte[] bytes, int offset) {
        Unpacking in = new Unpacking(bytes, offset);
        List<Where> places = Places.unpack(in.octets());
        return new CallRecord(row(in), in.text(), facts(in), in.list(() -> media(in)), places);
    }

    /// Whether one of the messages stands there.
    public static boolean holds(byte[] bytes, int offset, long position) {
        PlaceReader places = PlaceReader.of(new Unpacking(bytes, offset).octets());
        while (places.next()) {
            if (places.position() == position) {
                return true;
            }
        }
        return false;
    }

    private static CallRow row(Unpacking in) {
        String id = in.text();
        int source = in.count();
        CallKind kind = CallKind.valueOf(in.text());
        Party caller = party(in);
        Party callee = party(in);
        List<String> callIds = in.list(in::text);
        Outcome outcome = Outcome.valueOf(in.text());
        String outcomeClass = emptyToNull(in.text());
        int code = in.count();
        String ending = emptyToNull(in.text());
        Times times = times(in);
        return new CallRow(
                id,
                source,
                kind,
                caller,
                callee,
                callIds,
                outcome,
                outcomeClass,
                code,
                ending == null ? null : Ended.valueOf(ending),
                times,
                in.list(() -> leg(in)),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                headline(in.text()),
                in.list(() -> FindingBytes.flow(in, times.start())),
                in.list(() -> FindingBytes.hint(in)));
    }

    private static @Nullable FlowKind headline(String name) {
        return name.isEmpty() ? null : FlowKind.valueOf(name);
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static void leg(Packing out, LegRow leg) {
        out.text(leg.callId());
        out.text(leg.from());
        out.text(leg.to());
        Link link = leg.link();
        out.octet(link == null ? 0 : 1);
        if (link != null) {
            out.text(link.kind());
            out.number(link.toLeg());
            out.list(link.grounds(), ground -> ground(out, ground));
            out.number(link.score());
        }
    }

    private static void ground(Packing out, Ground ground) {
        out.text(ground.key());
        out.list(ground.values(), out::text);
        out.signed(ground.points());
    }

    private static Link link(Unpacking in) {
        String kind = in.text();
        int to = in.count();
        List<Ground> grounds =
                in.list(() -> new Ground(in.text(), in.list(in::text), (int) in.signed()));
        return new Link(kind, to, grounds, in.count());
    }

    private static LegRow leg(Unpacking in) {
        String callId = in.text();
        String from = in.text();
        String to = in.text();
        boolean linked = in.octet() == 1;
        Link link = linked ? link(in) : null;
        return new LegRow(callId, from, to, link);
    }

    private static void times(Packing out, Times times) {
        out.fixed(times.start());
        out.signed(times.end() - times.start());
        out.signed(times.postDialDelay());
        out.signed(times.ring());
        out.signed(times.talk());
    }

    private static Times times(Unpacking in) {
        long start = in.fixed();
        return new Times(start, start + in.signed(), in.signed(), in.signed(), in.signed());
    }

    private static void party(Packing out, Party party) {
        out.text(party.user());
        out.text(party.name());
        out.text(party.host());
        out.text(party.number());
    }

    private static Party party(Unpacking in) {
        return new Party(in.text(), in.text(), in.text(), in.text());
    }

    private static void facts(Packing out, Facts facts) {
        out.list(facts.from(), party -> party(out, party));
        out.list(facts.to(), party -> party(out, party));
        out.list(facts.numbers(), out::text);
        out.list(facts.methods(), out::text);
        out.list(facts.codes(), code -> out.number(code));
        out.list(facts.agents(), out::text);
        out.list(facts.addresses(), address -> address(out, address));
        out.list(facts.ports(), port -> out.number(port));
    }

    private static Facts facts(Unpacking in) {
        return new Facts(
                in.list(() -> party(in)),
                in.list(() -> party(in)),
                in.list(in::text),
                in.list(in::text),
                in.list(in::count),
                in.list(in::text),
                in.list(() -> address(in)),
                in.list(in::count));
    }

    private static void media(Packing out, MediaStream stream) {
        endpoint(out, stream.from());
        endpoint(out, stream.to());
        out.number(stream.ssrc());
        out.number(stream.payloadType());
        out.octet(stream.rtcp() ? 1 : 0);
        out.number(stream.packets());
        out.fixed(stream.first());
        out.signed(stream.last() - stream.first());
        out.number(stream.dialog());
    }

    private static MediaStream media(Unpacking in) {
        Endpoint from = endpoint(in);
        Endpoint to = endpoint(in);
        long ssrc = in.number();
        int payloadType = in.count();
        boolean rtcp = in.octet() == 1;
        long packets = in.number();
        long first = in.fixed();
        return new MediaStream(
                from, to, ssrc, payloadType, rtcp, packets, first, first + in.signed(), in.count());
    }

    private static void endpoint(Packing out, Endpoint endpoint) {
        address(out, endpoint.address());
        out.number(endpoint.port());
    }

    private static Endpoint endpoint(Unpacking in) {
        return new Endpoint(address(in), in.count());
    }

    private static void address(Packing out, IpAddress address) {
        out.octet(address.v6() ? 6 : 4);
        if (address.v6()) {
            out.fixed(address.high());
            out.fixed(address.low());
        } else {
            out.number(address.low());
        }
    }

    private static IpAddress address(Unpacking in) {
        return in.octet() == 6
                ? IpAddress.v6(in.fixed(), in.fixed())
                : IpAddress.v4((int) in.number());
    }
}
