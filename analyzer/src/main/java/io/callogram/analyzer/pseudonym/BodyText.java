package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Replaces what is somebody's in a body, by its media type. A body whose type is not known here is
/// blotted out: each of its bytes but the line ends becomes an `x`.
final class BodyText {

    private static final byte BLOT = 'x';

    /// Lines of a name, a colon and a value.
    private static final Set<String> FIELDS =
            Set.of("application/simple-message-summary", "application/call-completion");

    private final byte[] bytes;
    private final Pseudonyms pseudonyms;
    private int blotted;

    BodyText(byte[] bytes, Pseudonyms pseudonyms) {
        this.bytes = bytes;
        this.pseudonyms = pseudonyms;
    }

    /// Bodies of which nothing is left.
    int blotted() {
        return blotted;
    }

    /// @param type media type with its parameters, empty for none
    void replace(String type, int from, int to) {
        if (from >= to) {
            return;
        }
        int semicolon = type.indexOf(';');
        String media = semicolon < 0 ? type : type.substring(0, semicolon);
        String kind = media.strip().toLowerCase(Locale.ROOT);
        if (kind.equals("application/sdp") || kind.isEmpty()) {
            if (SessionText.begins(bytes, from, to) || !kind.isEmpty()) {
                new SessionText(bytes, pseudonyms).replace(from, to);
            } else {
                blot(from, to);
            }
        } else if (kind.startsWith("message/sip")) {
            fragment(from, to);
        } else if (FIELDS.contains(kind)) {
            fields(from, to);
        } else if (kind.startsWith("application/dtmf")) {
            keys(kind, from, to);
        } else if (kind.endsWith("+xml") || kind.endsWith("/xml")) {
            new MarkupText(bytes, pseudonyms).replace(from, to);
        } else {
            blot(from, to);
        }
    }

    void blot(int from, int to) {
        blotted++;
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                bytes[i] = BLOT;
            }
        }
    }

    /// RFC 3420: a start line, header fields.
    private void fragment(int from, int to) {
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        MessageText text = MessageText.of(part, 0, part.length, Transport.UDP, true);
        if (text == null) {
            fields(from, to);
            return;
        }
        MessageRewrite inside = new MessageRewrite(part, pseudonyms);
        inside.replace(0, part.length, Transport.UDP);
        blotted += inside.blotted();
        System.arraycopy(part, 0, bytes, from, part.length);
    }

    private void fields(int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\r' && bytes[end] != '\n') {
                end++;
            }
            Passage line = new Passage(bytes, at, end);
            int colon = line.find(":", 0, line.length());
            int value = Math.min(colon + 1, line.length());
            String name = colon < line.length() ? line.text(0, colon).strip() : "";
            new FieldText(line, pseudonyms).field(name, name.isEmpty() ? 0 : value, line.length());
            at = end + 1;
        }
    }

    /// Keys that were pressed may be somebody's secret number.
    private void keys(String kind, int from, int to) {
        boolean pressed = kind.equals("application/dtmf");
        for (int i = from; i < to; i++) {
            boolean line = i == from || bytes[i - 1] == '\r' || bytes[i - 1] == '\n';
            if (line && !kind.equals("application/dtmf")) {
                pressed = (bytes[i] | 0x20) == 's';
            }
            if (pressed && bytes[i] >= '0' && bytes[i] <= '9') {
                bytes[i] = '0';
            }
        }
    }

    /// The parts of a multipart body in place; what stands between them is replaced word by word,
    /// so that delimiters still match.
    void parts(MessageText text, int from, int to) {
        boolean[] done = new boolean[to - from];
        for (var part : text.parts()) {
            int body = part.bodyOffset();
            boolean holdsParts = part.type().regionMatches(true, 0, "multipart/", 0, 10);
            for (HeaderLine line : part.headers()) {
                MessageRewrite.header(bytes, line, pseudonyms);
                fill(done, from, line.offset(), line.offset() + line.length());
            }
            if (!holdsParts) {
                partBody(part.type(), encoding(part.headers()), body, body + part.bodyLength());
                fill(done, from, body, body + part.bodyLength());
            }
        }
        int at = 0;
        while (at < done.length) {
            int end = at;
            while (end < done.length && !done[end]) {
                end++;
            }
            Passage between = new Passage(bytes, from + at, from + end);
            new Tokens(pseudonyms, between).replace(0, between.length(), false);
            at = end + 1;
        }
    }

    private void partBody(String type, boolean encoded, int from, int to) {
        if (encoded) {
            blot(from, to);
        } else {
            replace(type, from, to);
        }
    }

    static boolean encoding(Iterable<HeaderLine> headers) {
        for (HeaderLine line : headers) {
            String name = line.name().toLowerCase(Locale.ROOT);
            boolean transfer = name.equals("content-transfer-encoding");
            String value = line.value().toLowerCase(Locale.ROOT);
            boolean plain =
                    value.equals("identity") || value.equals("8bit") || value.equals("7bit");
            if ((transfer || name.equals("content-encoding")) && !plain) {
                return !(transfer && value.equals("binary"));
            }
        }
        return false;
    }

    private static void fill(boolean[] done, int base, int from, int to) {
        Arrays.fill(done, from - base, Math.max(from, to) - base, true);
    }
}
