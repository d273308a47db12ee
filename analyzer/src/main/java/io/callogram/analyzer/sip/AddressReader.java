package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;

/// Reads name-addr and addr-spec with the parameters behind them (RFC 3261 §20.10): From, To and
/// the elements of Contact.
final class AddressReader {

    private final Problems problems;
    private final UriReader uris;
    private final Parameters parameters;
    private final Interned<Party> parties;
    private final Interned<Address> addresses;
    private final Words words;

    private String display = "";
    private int uriFrom;
    private int uriTo;

    /// Where the parameters of the element that was read last begin.
    int rest;

    AddressReader(Problems problems, int cache) {
        this.problems = problems;
        this.words = new Words(cache);
        this.uris = new UriReader(problems, words);
        this.parties = new Interned<>(cache);
        this.addresses = new Interned<>(cache);
        this.parameters = new Parameters(problems);
    }

    Party party(Value value) {
        long hash = Hash64.of(value.bytes, value.from, value.to - value.from);
        Party party = parties.find(hash, value.bytes, value.from, value.to);
        if (party != null) {
            return party;
        }
        int before = problems.count();
        Address address = element(value, value.from, value.to);
        Party fresh = new Party(address, tag(value));
        if (problems.count() == before) {
            parties.keep(hash, value.bytes, value.from, value.to, fresh);
        }
        return fresh;
    }

    private long tag(Value value) {
        long tag = 0;
        parameters.over(value, rest, value.to);
        while (parameters.next()) {
            if (!parameters.isNamed("tag")) {
                continue;
            }
            if (tag != 0) {
                value.note(problems, Defect.TAG_REPEATED, parameters.nameFrom, parameters.valueTo);
            } else if (parameters.valueFrom < parameters.valueTo) {
                int length = parameters.valueTo - parameters.valueFrom;
                tag = Hash64.of(value.bytes, parameters.valueFrom, length);
            }
        }
        return tag;
    }

    Address requestUri(Value value) {
        int from = value.from;
        int to = value.to;
        boolean brackets = to - from >= 2 && value.bytes[from] == '<' && value.bytes[to - 1] == '>';
        if (brackets) {
            value.note(problems, Defect.REQUEST_URI_BRACKETS, from, to);
        }
        Address address = brackets ? uri(value, from + 1, to - 1) : uri(value, from, to);
        int headers = address.parameters().indexOf('?');
        if (headers >= 0 && address.scheme().startsWith("sip")) {
            value.note(problems, Defect.REQUEST_URI_HEADERS, from, to);
        }
        return address;
    }

    /// Reads one element without the parameters behind it, which begin at `rest`.
    Address element(Value value, int from, int to) {
        find(value, Ascii.skipBlanks(value.bytes, from, to), to);
        Address address = uri(value, uriFrom, uriTo);
        return display.isEmpty() ? address : address.named(display);
    }

    private Address uri(Value value, int from, int to) {
        long hash = Hash64.of(value.bytes, from, to - from);
        Address known = addresses.find(hash, value.bytes, from, to);
        if (known != null) {
            return known;
        }
        int before = problems.count();
        Address fresh = uris.read(value, from, to);
        if (problems.count() == before) {
            addresses.keep(hash, value.bytes, from, to, fresh);
        }
        return fresh;
    }

    private void find(Value value, int from, int to) {
        byte[] bytes = value.bytes;
        boolean quoted = from < to && bytes[from] == '"';
        int close = quoted ? Elements.quoteEnd(bytes, from, to) : -1;
        if (quoted && close < 0) {
            value.note(problems, Defect.UNCLOSED_QUOTE, from, to);
        }
        int start = close < 0 ? from : Ascii.skipBlanks(bytes, close + 1, to);
        int open = bracket(bytes, start, to, quoted && close < 0);
        display = "";
        if (open >= 0) {
            display(value, from, close, open);
            nameAddr(value, open, to);
        } else {
            addrSpec(value, start, to);
        }
    }

    /// The bracket that opens the URI. One behind a quotation mark is inside a parameter.
    private static int bracket(byte[] bytes, int from, int to, boolean anywhere) {
        int i = from;
        while (i < to && bytes[i] != '<' && (anywhere || bytes[i] != '"')) {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i < to && bytes[i] == '<' ? i : -1;
    }

    private void display(Value value, int from, int close, int open) {
        byte[] bytes = value.bytes;
        if (close >= 0) {
            display = unquoted(words.text(bytes, from + 1, close));
            if (Ascii.skipBlanks(bytes, close + 1, open) < open) {
                value.note(problems, Defect.DISPLAY_NAME, from, open);
            }
            return;
        }
        int end = Ascii.trimEnd(bytes, from, open);
        display = words.text(bytes, from, end);
        for (int i = from; i < end; i++) {
            if (!Ascii.isToken(bytes[i]) && !Ascii.isBlank(bytes[i])) {
                value.note(problems, Defect.DISPLAY_NAME, from, end);
                return;
            }
        }
    }

    private static String unquoted(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return quoted;
        }
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            boolean escape = quoted.charAt(i) == '\\' && i + 1 < quoted.length();
            plain.append(quoted.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }

    private void nameAddr(Value value, int open, int to) {
        int close = Elements.bracketEnd(value.bytes, open, to);
        uriFrom = open + 1;
        uriTo = close < 0 ? to : close;
        rest = close < 0 ? to : close + 1;
        if (close < 0) {
            value.note(problems, Defect.UNCLOSED_BRACKET, open, to);
            return;
        }
        boolean blanks =
                uriFrom < uriTo
                        && (Ascii.isBlank(value.bytes[uriFrom])
                                || Ascii.isBlank(value.bytes[uriTo - 1]));
        if (blanks) {
            value.note(problems, Defect.URI_SPACE, open, rest);
        }
        int behind = Ascii.skipBlanks(value.bytes, rest, to);
        if (behind < to && value.bytes[behind] != ';') {
            value.note(problems, Defect.URI_UNREADABLE, behind, to);
        }
    }

    /// Without brackets every parameter belongs to the header field (RFC 3261 §20).
    private void addrSpec(Value value, int from, int to) {
        int semicolon = Ascii.indexOf(value.bytes, from, to, ';');
        uriFrom = from;
        rest = semicolon < 0 ? to : semicolon;
        uriTo = Ascii.trimEnd(value.bytes, from, rest);
        if (Ascii.indexOf(value.bytes, from, uriTo, '?') >= 0
                || Ascii.indexOf(value.bytes, from, uriTo, ',') >= 0) {
            value.note(problems, Defect.URI_BRACKETS, from, uriTo);
        }
    }
}
