package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.capture.packet.IpAddress;
import java.util.List;
import java.util.function.Predicate;

/// A query asked of one call in memory: what the command line's `--filter` and `check` use, and the
/// meaning that the index has to agree with.
public final class Evaluation {

    private Evaluation() {}

    /// The query, ready to be asked of many calls.
    public static Predicate<CallRecord> of(Query query) {
        return switch (query) {
            case Query.All _ -> _ -> true;
            case Query.And(var parts) -> all(each(parts));
            case Query.Or(var parts) -> any(each(parts));
            case Query.Not(var part) -> of(part).negate();
            case Query.Words(var field, var globs) -> words(field, globs);
            case Query.Amounts amounts -> call -> amounts(amounts, call);
            case Query.Addresses(var from, var to) ->
                    call ->
                            call.facts().addresses().stream()
                                    .anyMatch(address -> isBetween(address, from, to));
        };
    }

    private static List<Predicate<CallRecord>> each(List<Query> parts) {
        return parts.stream().map(Evaluation::of).toList();
    }

    private static Predicate<CallRecord> all(List<Predicate<CallRecord>> parts) {
        return call -> {
            for (Predicate<CallRecord> part : parts) {
                if (!part.test(call)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<CallRecord> any(List<Predicate<CallRecord>> parts) {
        return all(parts.stream().map(Predicate::negate).toList()).negate();
    }

    private static Predicate<CallRecord> words(WordField field, List<Glob> globs) {
        List<Glob.Bytes> ready = globs.stream().map(Glob::compile).toList();
        return call -> {
            for (String value : field.values(call)) {
                for (Glob.Bytes glob : ready) {
                    if (glob.matches(value)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    private static boolean amounts(Query.Amounts amounts, CallRecord call) {
        for (long value : amounts.field().values(call)) {
            if (value >= amounts.from() && value <= amounts.to()) {
                return true;
            }
        }
        return false;
    }

    /// IPv4 counts as its IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2), so that one order holds
    /// all.
    private static boolean isBetween(IpAddress address, IpAddress from, IpAddress to) {
        return compare(from, address) <= 0 && compare(address, to) <= 0;
    }

    private static int compare(IpAddress one, IpAddress other) {
        int high = Long.compareUnsigned(one.high(), other.high());
        return high != 0 ? high : Long.compareUnsigned(low(one), low(other));
    }

    private static long low(IpAddress address) {
        return address.v6() ? address.low() : 0xffff_0000_0000L | address.low();
    }
}
