package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.analyzer.sip.Multipart;
import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;

/// Replaces what is somebody's in the messages of a run of bytes, in place. What is no message, and
/// header lines beyond those that are read, are blotted out.
final class MessageRewrite {

    private final byte[] bytes;
    private final Pseudonyms pseudonyms;
    private int blotted;

    MessageRewrite(byte[] bytes, Pseudonyms pseudonyms) {
        this.bytes = bytes;
        this.pseudonyms = pseudonyms;
    }

    /// Pieces of which nothing is left: bodies, and bytes between messages.
    int blotted() {
        return blotted;
    }

    /// Whatever stands there. On a stream, one message may follow the other.
    void replace(int from, int to, Transport transport) {
        int at = from;
        while (at < to) {
            int start = start(at, to);
            gap(at, start);
            at = start < to ? message(start, to, transport) : to;
        }
    }

    /// Where the next message begins, or `to`.
    private int start(int from, int to) {
        int at = from;
        while (at < to) {
            int found = StartLine.find(bytes, at, to - at, true);
            if (found >= 0) {
                return found;
            }
            while (at < to && bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        return to;
    }

    private void gap(int from, int to) {
        boolean blank = true;
        for (int i = from; i < to; i++) {
            blank &= bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0;
        }
        if (!blank) {
            blotted++;
            blot(from, to);
        }
    }

    private void blot(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                bytes[i] = 'x';
            }
        }
    }

    /// One message; where it ends.
    private int message(int from, int to, Transport transport) {
        byte[] whole = Arrays.copyOfRange(bytes, from, to);
        MessageText text = MessageText.of(whole, 0, whole.length, transport, true);
        if (text == null) {
            blotted++;
            blot(from, to);
            return to;
        }
        int end = Math.min(whole.length, text.bodyOffset() + text.bodyLength());
        boolean[] read = new boolean[text.bodyOffset()];
        int line = startLine(whole, text);
        Arrays.fill(read, 0, line, true);
        for (HeaderLine header : text.headers()) {
            header(whole, header, pseudonyms);
            int stop = Math.min(read.length, header.offset() + header.length());
            Arrays.fill(read, header.offset(), stop, true);
        }
        for (int i = 0; i < read.length; i++) {
            if (!read[i] && whole[i] != '\r' && whole[i] != '\n') {
                whole[i] = 'x';
            }
        }
        body(whole, text, end);
        System.arraycopy(whole, 0, bytes, from, end);
        return from + Math.max(end, 1);
    }

    private int startLine(byte[] whole, MessageText text) {
        int from = text.start().offset();
        int end = from;
        while (end < whole.length && whole[end] != '\r' && whole[end] != '\n') {
            end++;
        }
        Passage line = new Passage(whole, from, end);
        int first = line.find(" ", 0, line.length());
        int last = line.text(0, line.length()).lastIndexOf(' ');
        FieldText fields = new FieldText(line, pseudonyms);
        if (text.start().status() > 0) {
            int code = line.find(" ", line.skipBlanks(first, line.length()), line.length());
            fields.prose(code, line.length());
        } else {
            boolean versioned = last > first;
            fields.values(first, versioned ? last : line.length());
        }
        return end;
    }

    /// A line without a name is nobody's to read, and goes word by word.
    static void header(byte[] whole, HeaderLine line, Pseudonyms pseudonyms) {
        int end = Math.min(whole.length, line.offset() + line.length());
        Passage value = new Passage(whole, Math.min(line.valueOffset(), end), end);
        new FieldText(value, pseudonyms).field(line.name(), 0, value.length());
    }

    private void body(byte[] whole, MessageText text, int end) {
        int from = Math.min(end, text.bodyOffset());
        HeaderLine type = text.first("Content-Type");
        BodyText body = new BodyText(whole, pseudonyms);
        if (from < end && BodyText.encoding(text.headers())) {
            body.blot(from, end);
        } else if (type != null && Multipart.isMultipart(type.value())) {
            body.parts(text, from, end);
        } else {
            body.replace(type == null ? "" : type.value(), from, end);
        }
        blotted += body.blotted();
    }
}
