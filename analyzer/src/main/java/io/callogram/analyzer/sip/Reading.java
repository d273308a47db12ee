package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One message being read: the one implementation of what the scanner and the people's view hold of
/// its header. Reused from message to message by one thread.
final class Reading {

    private static final int LONGEST_CALL_ID = Lines.LONGEST;

    final Problems problems = new Problems();
    final StartLine start = new StartLine(problems);
    final Lines lines;
    final BodyRange body = new BodyRange(problems);
    final MarkReader marks;

    String callId = "";
    long callIdKey;
    Party from = Party.NONE;
    Party to = Party.NONE;
    long cseq;
    Method method = Method.OTHER;
    long branch;
    boolean magic;
    long sentBy;
    int vias;
    long bottomVia;
    @Nullable Address requestUri;
    long uriKey;
    Contacts contacts = Contacts.NONE;
    int expires;
    int maxForwards;
    int recordRoutes;

    private final Value value = new Value();
    private final Interned<String> callIds;
    private final ViaReader viaReader;
    private final AddressReader addresses;
    private final ContactReader contactReader;
    private final Elements elements = new Elements();
    private byte[] bytes = new byte[0];

    /// A bit for each field that occurred.
    private long fields;

    /// @param cache how many values of a kind are kept, a power of two
    Reading(FieldNames names, int cache) {
        lines = new Lines(names, problems);
        callIds = new Interned<>(cache);
        viaReader = new ViaReader(problems, cache);
        addresses = new AddressReader(problems, cache);
        contactReader = new ContactReader(problems, addresses, cache);
        marks = new MarkReader(cache);
    }

    /// Reads a message; false when it does not start like SIP.
    boolean read(byte[] message, int offset, int length, Transport transport, boolean truncated) {
        bytes = message;
        problems.clear();
        lines.over(message, offset + length);
        if (!start.read(message, offset, offset + length, lines)) {
            return false;
        }
        clear();
        if (start.isRequest()) {
            method = MethodNames.find(message, start.at, start.methodEnd);
            readRequestUri();
        }
        lines.cut(start.next);
        for (int line = 0; line < lines.count; line++) {
            readLine(line);
        }
        if (contacts.focus()) {
            marks.keepFocus();
        }
        if (callIdKey == 0) {
            callIdKey = from.tag() != 0 ? from.tag() : branch;
        }
        if (lines.complete || !truncated) {
            checkMandatory(); // of what the snap length cut nobody knows what it lacks
        }
        body.settle(message, lines.body, offset + length, transport, truncated);
        body.keepGist(message, marks);
        if (body.earlySession) {
            marks.keepEarlySession();
        }
        return true;
    }

    private void clear() {
        callId = "";
        callIdKey = 0;
        from = Party.NONE;
        to = Party.NONE;
        cseq = -1;
        method = Method.OTHER;
        branch = 0;
        magic = false;
        sentBy = 0;
        vias = 0;
        bottomVia = 0;
        requestUri = null;
        uriKey = 0;
        contacts = Contacts.NONE;
        expires = -1;
        maxForwards = -1;
        recordRoutes = 0;
        fields = 0;
        marks.clear();
        body.clear();
    }

    private void readRequestUri() {
        value.inPlace(bytes, start.uriAt, Math.min(start.uriEnd, start.uriAt + Lines.LONGEST));
        if (start.uriEnd > value.to) {
            problems.note(Defect.HEADER_TOO_LONG, start.uriAt, start.uriEnd);
        }
        int blank = Ascii.indexOf(bytes, value.from, value.to, ' ');
        if (blank >= 0) {
            problems.note(Defect.REQUEST_URI_SPACE, value.from, value.to);
        }
        uriKey = Hash64.of(bytes, value.from, value.to - value.from);
        requestUri = addresses.requestUri(value);
    }

    private void readLine(int line) {
        Field field = lines.field[line];
        if (field == Field.OTHER) {
            return;
        }
        value.of(bytes, lines, line);
        boolean again = (fields & field.bit) != 0;
        fields |= field.bit;
        if (field.mark != null) {
            mark(field, field.mark, line);
        } else if (value.from == value.to) {
            problems.note(Defect.HEADER_EMPTY, lines.at[line], lines.valueEnd[line]);
        }
        if (again && field.single) {
            body.again(field, value);
            problems.note(Defect.HEADER_REPEATED, lines.at[line], lines.valueEnd[line]);
        } else if (value.from < value.to) {
            readField(field);
        }
    }

    private void mark(Field field, Mark mark, int line) {
        if (field == Field.VENDOR) {
            marks.keepNamed(bytes, lines.at[line], lines.nameEnd[line], value);
        } else {
            marks.keep(mark, value);
        }
    }

    private void readField(Field field) {
        switch (field) {
            case VIA -> readVia();
            case FROM -> readFrom();
            case TO -> to = addresses.party(value);
            case CALL_ID -> readCallId();
            case CSEQ -> readCSeq();
            case CONTACT -> contacts = contacts.and(contactReader.read(value));
            case MAX_FORWARDS -> readMaxForwards();
            case EXPIRES -> expires = contactReader.seconds(value, value.from, value.to);
            case RECORD_ROUTE -> recordRoutes += countElements();
            case DATE -> checkDate();
            case CONTENT_LENGTH, CONTENT_TYPE, CONTENT_ENCODING -> body.field(field, value);
            default -> {}
        }
    }

    private void readVia() {
        Via via = viaReader.read(value);
        if (vias == 0) {
            branch = via.branch();
            magic = via.magic();
            sentBy = via.sentBy();
            if (branch == 0) {
                value.note(problems, Defect.BRANCH_MISSING, value.from, value.to);
            }
        }
        vias += via.count();
        bottomVia = via.last();
    }

    private void readFrom() {
        from = addresses.party(value);
        if (from.tag() == 0) {
            value.note(problems, Defect.FROM_TAG_MISSING, value.from, value.to);
        }
    }

    private void readCallId() {
        int length = Math.min(value.to - value.from, LONGEST_CALL_ID);
        callIdKey = Hash64.of(value.bytes, value.from, length);
        String known = callIds.find(callIdKey, value.bytes, value.from, value.to);
        if (known != null) {
            callId = known;
            return;
        }
        callId = Ascii.text(value.bytes, value.from, value.to);
        if (callId.indexOf(' ') >= 0 || callId.indexOf('\t') >= 0) {
            value.note(problems, Defect.CALL_ID_SPACE, value.from, value.to);
        } else {
            callIds.keep(callIdKey, value.bytes, value.from, value.to, callId);
        }
    }

    private void readCSeq() {
        byte[] b = value.bytes;
        int end = value.from;
        while (end < value.to && Ascii.isDigit(b[end])) {
            end++;
        }
        int name = Ascii.skipBlanks(b, end, value.to);
        long number = Ascii.decimal(b, value.from, end);
        if (number < 0 || name == end || !Ascii.isToken(b, name, value.to)) {
            value.note(problems, Defect.CSEQ_UNREADABLE, value.from, value.to);
        } else if (number > Integer.MAX_VALUE) {
            value.note(problems, Defect.CSEQ_RANGE, value.from, end);
        }
        // A number out of range still tells messages apart; one beyond any type does not.
        cseq = number == Long.MAX_VALUE ? -1 : number;
        if (!start.isRequest()) {
            method = MethodNames.find(b, name, value.to);
        } else if (!isMethodOfRequest(name)) {
            value.note(problems, Defect.CSEQ_METHOD, name, value.to);
        }
    }

    private boolean isMethodOfRequest(int name) {
        return Arrays.equals(value.bytes, name, value.to, bytes, start.at, start.methodEnd);
    }

    private void readMaxForwards() {
        long number = Ascii.decimal(value.bytes, value.from, value.to);
        if (number < 0 || number > 255) {
            value.note(problems, Defect.MAX_FORWARDS, value.from, value.to);
        }
        maxForwards = number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }

    private int countElements() {
        int count = 0;
        elements.start();
        for (int at = value.from; at <= value.to; count++) {
            at = elements.end(value.bytes, at, value.to, ',') + 1;
        }
        return count;
    }

    private void checkDate() {
        boolean gmt =
                value.to - value.from == 29
                        && Ascii.starts(value.bytes, value.to - 3, value.to, "gmt");
        if (!gmt) {
            value.note(problems, Defect.DATE, value.from, value.to);
        }
    }

    private void checkMandatory() {
        require(Field.VIA, Defect.NO_VIA);
        require(Field.FROM, Defect.NO_FROM);
        require(Field.TO, Defect.NO_TO);
        require(Field.CALL_ID, Defect.NO_CALL_ID);
        require(Field.CSEQ, Defect.NO_CSEQ);
        if (start.isRequest()) {
            require(Field.MAX_FORWARDS, Defect.NO_MAX_FORWARDS);
        }
        if (contacts.star() && contacts.count() > 0) {
            problems.note(Defect.STAR_CONTACT, start.at, start.end);
        }
    }

    private void require(Field field, Defect missing) {
        if ((fields & field.bit) == 0) {
            problems.note(missing, lines.body, lines.body);
        }
    }
}
