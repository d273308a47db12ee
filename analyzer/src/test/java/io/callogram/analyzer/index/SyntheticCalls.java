package io.callogram.analyzer.index;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.index.record.Facts;
import io.callogram.analyzer.index.record.LegRow;
import io.callogram.analyzer.index.record.Party;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Calls made up from a seed: the same seed, the same calls.
final class SyntheticCalls {

    /// 2026-11-22T08:00:00Z.
    static final long EPOCH = 1_795_334_400_000_000_000L;

    static final long SECOND = 1_000_000_000L;

    private static final String[] NAMES = {
        "alice", "Bob", "Carol Danvers", "张三", "张三丰", "Zoë", "trunk-1", "dave", "Ali", "ΣΑΣ"
    };
    private static final String[] AGENTS = {
        "Linphone/5.2 (belle-sip)",
        "Asterisk PBX 18.1",
        "Z 5.6",
        "kamailio (5.6.3)",
        "MicroSIP/3.21"
    };
    private static final String[] CLASSES = {"no-response", "auth", "not-found", "declined"};
    private static final String[] METHODS = {"INVITE", "ACK", "BYE", "CANCEL", "REFER", "OPTIONS"};
    private static final int[] CODES = {
        100, 180, 183, 200, 302, 401, 404, 408, 480, 486, 487, 500, 503, 603
    };

    private final SplittableRandom random;
    private long position = 24;

    SyntheticCalls(long seed) {
        random = new SplittableRandom(seed);
    }

    List<CallRecord> some(int count) {
        List<CallRecord> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(next(i, EPOCH + i * SECOND / 4 + random.nextInt(1000)));
        }
        return calls;
    }

    CallRecord next(int i, long start) {
        int source = 1 + random.nextInt(3);
        Party caller = party();
        Party callee = party();
        Outcome outcome = pick(Outcome.values());
        long ring = random.nextInt(4) == 0 ? -1 : random.nextLong(60 * SECOND);
        long talk = outcome == Outcome.ANSWERED ? random.nextLong(600 * SECOND) : -1;
        List<Where> places = places(source, start);
        LinkedHashSet<String> numbers = new LinkedHashSet<>();
        for (Party party : List.of(caller, callee, party())) {
            if (!party.number().isEmpty()) {
                numbers.add(party.number());
            }
        }
        List<Flow> flows = random.nextInt(4) == 0 ? flows(start) : List.of();
        CallRow row =
                new CallRow(
                        "c-" + Long.toHexString(random.nextLong() & 0xffffffffffL) + i,
                        source,
                        pick(CallKind.values()),
                        caller,
                        callee,
                        List.of(callId()),
                        outcome,
                        random.nextInt(3) == 0 ? pick(CLASSES) : null,
                        CODES[random.nextInt(CODES.length)],
                        random.nextBoolean() ? pick(Ended.values()) : null,
                        new Times(
                                start,
                                start + Math.max(0, ring) + Math.max(0, talk),
                                random.nextInt(4) == 0 ? -1 : random.nextLong(5 * SECOND),
                                ring,
                                talk),
                        List.of(new LegRow(callId(), caller.user(), callee.user(), null)),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        places.size(),
                        random.nextInt(3),
                        random.nextInt(2),
                        flows.isEmpty() ? null : flows.getFirst().kind(),
                        flows,
                        random.nextInt(6) == 0 ? List.of(hint()) : List.of());
        Facts facts = facts(caller, callee, List.copyOf(numbers), places);
        return new CallRecord(row, "capture " + source + ".pcap", facts, List.of(), places);
    }

    private String callId() {
        return Long.toHexString(random.nextLong()) + "@10.0.0." + random.nextInt(250);
    }

    private List<Flow> flows(long start) {
        return List.of(
                flow(FlowKind.HOLD, pick(Confidence.values()), start),
                flow(FlowKind.CALL_SETUP, Confidence.HIGH, start));
    }

    private static Flow flow(FlowKind kind, Confidence confidence, long start) {
        return new Flow(
                kind,
                confidence,
                List.of(new Proof(5, "hold-offer"), new Proof(6, "hold-answer")),
                Map.of("A", "alice"),
                Map.of("by", "caller"),
                start,
                start + SECOND);
    }

    private static Hint hint() {
        return new Hint(HintKind.NO_ACK, List.of(3, 4), Map.of("code", "200"));
    }

    private Facts facts(Party caller, Party callee, List<String> numbers, List<Where> places) {
        LinkedHashSet<IpAddress> addresses = new LinkedHashSet<>();
        LinkedHashSet<Integer> ports = new LinkedHashSet<>();
        for (Where place : places) {
            addresses.add(place.from().address());
            ports.add(place.from().port());
        }
        return new Facts(
                List.of(caller),
                List.of(callee),
                numbers,
                distinct(METHODS, 3),
                List.copyOf(codes()),
                distinct(AGENTS, 2),
                List.copyOf(addresses),
                List.copyOf(ports));
    }

    private Set<Integer> codes() {
        LinkedHashSet<Integer> codes = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            codes.add(CODES[random.nextInt(CODES.length)]);
        }
        return codes;
    }

    private List<String> distinct(String[] values, int most) {
        LinkedHashSet<String> some = new LinkedHashSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(pick(values));
        }
        return List.copyOf(some);
    }

    private Party party() {
        String name = pick(NAMES);
        return switch (random.nextInt(4)) {
            case 0 -> new Party(name.toLowerCase(java.util.Locale.ROOT), name, "example.com", "");
            case 1 -> number("86138" + digits(8), name);
            case 2 -> number("138" + digits(8), name);
            default -> number("10" + digits(2), name);
        };
    }

    private static Party number(String digits, String name) {
        return new Party(digits, name, "10.0.0.1", digits);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private List<Where> places(int source, long start) {
        int count = 4 + random.nextInt(9);
        List<Where> places = new ArrayList<>(count);
        Endpoint one = endpoint();
        Endpoint other = endpoint();
        for (int i = 0; i < count; i++) {
            int length = 300 + random.nextInt(900);
            position += length + 58 + random.nextInt(3) * 500;
            places.add(
                    new Where(
                            source,
                            position,
                            random.nextInt(20) == 0 ? ~position / 2 : position,
                            position - 42,
                            length,
                            start + i * SECOND / 50,
                            i % 2 == 0 ? one : other,
                            i % 2 == 0 ? other : one,
                            pick(Transport.values()),
                            0,
                            random.nextInt(50) == 0,
                            random.nextInt(50) == 0));
        }
        return List.copyOf(places);
    }

    private Endpoint endpoint() {
        IpAddress address =
                random.nextInt(4) == 0
                        ? IpAddress.v6(0x20010db800000000L, random.nextInt(300))
                        : IpAddress.v4(0x0a000000 | random.nextInt(1 << 12));
        return new Endpoint(address, random.nextBoolean() ? 5060 : 1024 + random.nextInt(60000));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    static CallRecord withCallId(CallRecord call, String id, String callId) {
        CallRow row = call.row();
        CallRow changed =
                new CallRow(
                        id,
                        row.source(),
                        row.kind(),
                        row.caller(),
                        row.callee(),
                        List.of(callId),
                        row.outcome(),
                        row.outcomeClass(),
                        row.code(),
                        row.endedBy(),
                        row.times(),
                        row.legs(),
                        row.legsCount(),
                        row.dialogs(),
                        row.messages(),
                        row.retransmissions(),
                        row.problems(),
                        row.headline(),
                        row.flows(),
                        row.hints());
        return new CallRecord(
                changed, call.sourceName(), call.facts(), call.media(), call.places());
    }
}
