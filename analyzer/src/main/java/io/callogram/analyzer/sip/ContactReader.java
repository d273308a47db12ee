package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;

/// Reads Contact lines (RFC 3261 §20.10).
final class ContactReader {

    private static final long LARGEST_EXPIRY = 0xffff_ffffL;

    private final Problems problems;
    private final AddressReader addresses;
    private final Parameters parameters;
    private final Elements elements = new Elements();
    private final Interned<Contacts> known;

    ContactReader(Problems problems, AddressReader addresses, int cache) {
        this.problems = problems;
        this.addresses = addresses;
        this.known = new Interned<>(cache);
        this.parameters = new Parameters(problems);
    }

    Contacts read(Value value) {
        long hash = Hash64.of(value.bytes, value.from, value.to - value.from);
        Contacts contacts = known.find(hash, value.bytes, value.from, value.to);
        if (contacts != null) {
            return contacts;
        }
        int before = problems.count();
        Contacts fresh = parse(value);
        if (problems.count() == before) {
            known.keep(hash, value.bytes, value.from, value.to, fresh);
        }
        return fresh;
    }

    private Contacts parse(Value value) {
        Contacts all = Contacts.NONE;
        elements.start();
        int at = value.from;
        while (at <= value.to && value.from < value.to) {
            int end = elements.end(value.bytes, at, value.to, ',');
            int start = Ascii.skipBlanks(value.bytes, at, end);
            int stop = Ascii.trimEnd(value.bytes, start, end);
            if (start == stop) {
                value.note(problems, Defect.EMPTY_ELEMENT, at, end);
            } else {
                all = all.and(element(value, start, stop));
            }
            at = end + 1;
        }
        return all;
    }

    private Contacts element(Value value, int from, int to) {
        if (to == from + 1 && value.bytes[from] == '*') {
            return new Contacts(null, 0, true, 1, -1, -1, false);
        }
        Address address = addresses.element(value, from, to);
        int expiry = -1;
        boolean focus = false;
        parameters.over(value, addresses.rest, to);
        while (parameters.next()) {
            focus |= parameters.isNamed("isfocus");
            if (parameters.isNamed("expires") && expiry < 0) {
                expiry = seconds(value, parameters.valueFrom, parameters.valueTo);
            }
        }
        return new Contacts(address, 1, false, expiry < 0 ? 1 : 0, expiry, expiry, focus);
    }

    /// An expiry in seconds, of a parameter or of the header field Expires.
    int seconds(Value value, int from, int to) {
        long seconds = Ascii.decimal(value.bytes, from, to);
        if (seconds < 0 || seconds > LARGEST_EXPIRY) {
            value.note(problems, Defect.EXPIRES, from, to);
        }
        return seconds < 0 ? Contacts.DEFAULT_EXPIRY : (int) Math.min(seconds, Integer.MAX_VALUE);
    }
}
