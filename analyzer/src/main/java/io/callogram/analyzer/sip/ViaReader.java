package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;

/// Reads Via lines (RFC 3261 §20.42) into what transactions are matched by (§17.1.3, §17.2.3):
/// branch, and sent-by in lower case with its port. `received` and `rport` play no part in that.
final class ViaReader {

    private static final String COOKIE = "z9hg4bk";
    private static final int LONGEST_SENT_BY = 300;

    private final Problems problems;
    private final Parameters parameters;
    private final Elements elements = new Elements();
    private final Interned<Via> known;
    private final byte[] sender = new byte[LONGEST_SENT_BY + 6];

    private long branch;
    private boolean magic;
    private long sentBy;

    ViaReader(Problems problems, int cache) {
        this.problems = problems;
        this.known = new Interned<>(cache);
        this.parameters = new Parameters(problems);
    }

    Via read(Value value) {
        long hash = Hash64.of(value.bytes, value.from, value.to - value.from);
        Via via = known.find(hash, value.bytes, value.from, value.to);
        if (via != null) {
            return via;
        }
        int before = problems.count();
        Via fresh = parse(value);
        if (problems.count() == before) {
            known.keep(hash, value.bytes, value.from, value.to, fresh);
        }
        return fresh;
    }

    private Via parse(Value value) {
        long firstBranch = 0;
        long firstSentBy = 0;
        boolean firstMagic = false;
        int count = 0;
        elements.start();
        int at = value.from;
        while (at <= value.to && value.from < value.to) {
            int end = elements.end(value.bytes, at, value.to, ',');
            int start = Ascii.skipBlanks(value.bytes, at, end);
            if (start == end) {
                value.note(problems, Defect.EMPTY_ELEMENT, at, end);
            } else {
                element(value, start, end);
                if (count++ == 0) {
                    firstBranch = branch;
                    firstSentBy = sentBy;
                    firstMagic = magic;
                }
            }
            at = end + 1;
        }
        return new Via(firstBranch, firstMagic, firstSentBy, count, Hash64.mix(branch, sentBy));
    }

    private void element(Value value, int from, int to) {
        branch = 0;
        magic = false;
        sentBy = 0;
        sentBy(value, from, to);
        parameters.over(value, from, to);
        while (parameters.next()) {
            if (parameters.isNamed("branch") && branch == 0) {
                branch(value);
            }
        }
    }

    private void branch(Value value) {
        int from = parameters.valueFrom;
        int length = parameters.valueTo - from;
        if (length == 0) {
            value.note(problems, Defect.BRANCH_EMPTY, parameters.nameFrom, parameters.nameTo);
            return;
        }
        branch = Hash64.of(value.bytes, from, length);
        // The cookie is compared without regard to case, as RFC 3261 §7.3.1 has it for tokens.
        magic = Ascii.starts(value.bytes, from, from + length, COOKIE);
        if (magic && length == COOKIE.length()) {
            value.note(problems, Defect.BRANCH_EMPTY, from, from + length);
        }
    }

    /// `SIP / 2.0 / UDP host : port`, with blanks around every separator.
    private void sentBy(Value value, int from, int to) {
        byte[] b = value.bytes;
        int first = Ascii.indexOf(b, from, to, '/');
        int second = first < 0 ? -1 : Ascii.indexOf(b, first + 1, to, '/');
        int transport = second < 0 ? to : Ascii.skipBlanks(b, second + 1, to);
        int transportEnd = transport;
        while (transportEnd < to && Ascii.isToken(b[transportEnd])) {
            transportEnd++;
        }
        int host = Ascii.skipBlanks(b, transportEnd, to);
        int end = Ascii.indexOf(b, host, to, ';');
        end = Ascii.trimEnd(b, host, end < 0 ? to : end);
        if (transport == transportEnd || host == transportEnd || host >= end) {
            value.note(problems, Defect.VIA_UNREADABLE, from, to);
            return;
        }
        boolean tls = Ascii.is(b, transport, transportEnd, "tls");
        sender(value, host, Math.min(end, host + LONGEST_SENT_BY), tls);
    }

    private void sender(Value value, int from, int to, boolean tls) {
        int length = 0;
        int colon = -1;
        boolean literal = value.bytes[from] == '[';
        for (int i = from; i < to; i++) {
            byte c = value.bytes[i];
            if (Ascii.isBlank(c)) {
                continue;
            }
            literal &= c != ']';
            colon = c == ':' && !literal && colon < 0 ? length : colon;
            sender[length++] = Ascii.lower(c);
        }
        long port = colon < 0 ? 0 : Ascii.decimal(sender, colon + 1, length);
        if (port < 0 || port > 65535) {
            value.note(problems, Defect.URI_PORT, from, to);
        } else {
            length = colon < 0 ? length : colon;
            length = port(length, port > 0 ? (int) port : tls ? 5061 : 5060);
        }
        sentBy = Hash64.of(sender, 0, length);
    }

    private int port(int from, int port) {
        sender[from] = ':';
        int length = from + 1;
        int unit = 10_000;
        while (unit > port) {
            unit /= 10;
        }
        for (; unit > 0; unit /= 10) {
            sender[length++] = (byte) ('0' + port / unit % 10);
        }
        return length;
    }
}
