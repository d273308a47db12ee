package io.callogram.analyzer.index.record;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.capture.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/// The one compact binary form of a record, as the index stores it. Times are kept relative to the
/// start, places relative to the place before.
public final class RecordBytes {

    /// Grows with every change of the form, so that an older index is rebuilt and not misread.
    public static final int VERSION = 1;

    private RecordBytes() {}

    public static byte[] pack(CallRecord call) {
        Packing out = new Packing();
        out.text(call.id());
        out.number(call.source());
        out.text(call.sourceName());
        out.text(call.kind().name());
        party(out, call.caller());
        party(out, call.callee());
        out.text(call.outcome().name());
        out.text(call.outcomeClass() == null ? "" : call.outcomeClass());
        out.number(call.code());
        out.text(call.endedBy() == null ? "" : call.endedBy().name());
        times(out, call.times());
        out.number(call.legs());
        out.number(call.dialogs());
        out.number(call.messages());
        out.number(call.retransmissions());
        out.number(call.problems());
        facts(out, call.facts());
        PlaceBytes.pack(out, call.source(), call.times().start(), call.places());
        return out.bytes();
    }

    public static CallRecord unpack(byte[] bytes, int offset) {
        Unpacking in = new Unpacking(bytes, offset);
        String id = in.text();
        int source = in.count();
        String name = in.text();
        CallKind kind = CallKind.valueOf(in.text());
        Party caller = party(in);
        Party callee = party(in);
        Outcome outcome = Outcome.valueOf(in.text());
        String outcomeClass = in.text();
        int code = in.count();
        String ending = in.text();
        Times times = times(in);
        return new CallRecord(
                id,
                source,
                name,
                kind,
                caller,
                callee,
                outcome,
                emptyToNull(outcomeClass),
                code,
                ending.isEmpty() ? null : Ended.valueOf(ending),
                times,
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                facts(in),
                PlaceBytes.unpack(in, source, times.start()));
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
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
        out.list(facts.callIds(), out::text);
        out.list(facts.from(), party -> party(out, party));
        out.list(facts.to(), party -> party(out, party));
        out.list(facts.numbers(), out::text);
        out.list(facts.methods(), out::text);
        out.list(facts.codes(), code -> out.number(code));
        out.list(facts.agents(), out::text);
        out.list(facts.addresses(), address -> address(out, address));
        out.list(facts.ports(), port -> out.number(port));
        out.list(facts.flows(), out::text);
        out.list(facts.hints(), out::text);
        out.list(facts.confidences(), out::text);
    }

    private static Facts facts(Unpacking in) {
        return new Facts(
                in.list(in::text),
                in.list(() -> party(in)),
                in.list(() -> party(in)),
                in.list(in::text),
                in.list(in::text),
                in.list(in::count),
                in.list(in::text),
                in.list(() -> address(in)),
                in.list(in::count),
                in.list(in::text),
                in.list(in::text),
                in.list(in::text));
    }

    static void address(Packing out, IpAddress address) {
        out.octet(address.v6() ? 6 : 4);
        if (address.v6()) {
            out.fixed(address.high());
            out.fixed(address.low());
        } else {
            out.number(address.low());
        }
    }

    static IpAddress address(Unpacking in) {
        return in.octet() == 6
                ? IpAddress.v6(in.fixed(), in.fixed())
                : IpAddress.v4((int) in.number());
    }
}
