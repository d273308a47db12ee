package io.callogram.analyzer.sdp;

import io.callogram.analyzer.sip.Ascii;
import io.callogram.analyzer.sip.Interned;
import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one session description (RFC 8866 §5), in any order, ignoring what it does
/// not know, bounded in lines, media and formats. Reused.
final class SdpReader {

    static final int MOST_LINES = 512;
    static final int MOST_MEDIA = 32;
    private static final int MOST_FORMATS = 64;
    private static final int LONGEST_WORD = 256;

    private final Interned<String> words = new Interned<>(1 << 10, LONGEST_WORD);
    private final List<MediaDraft> media = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private String origin = "";
    private long version;
    private long content;
    private String connection = "";
    private @Nullable Direction direction;
    private String ice = "";
    private boolean crypto;
    private boolean complete;
    private int wordEnd;

    SessionDescription read(byte[] message, int from, int to) {
        bytes = message;
        media.clear();
        origin = "";
        version = -1;
        content = 0;
        connection = "";
        direction = null;
        crypto = false;
        ice = "";
        complete = true;
        readLines(from, to);
        List<Media> list = new ArrayList<>(media.size());
        for (MediaDraft draft : media) {
            list.add(draft.finished(connection, direction, crypto));
        }
        return new SessionDescription(origin, version, content, List.copyOf(list), complete);
    }

    private void readLines(int from, int to) {
        int at = from;
        for (int count = 0; at < to; count++) {
            int end = at;
            while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (count == MOST_LINES) {
                complete = false;
                return;
            }
            readLine(at, Ascii.trimEnd(bytes, at, end));
            boolean pair = end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n';
            at = end + (pair ? 2 : 1);
        }
    }

    private void readLine(int at, int end) {
        if (end - at < 2 || bytes[at + 1] != '=') {
            return;
        }
        int value = at + 2;
        switch (bytes[at]) {
            case 'v', 's' -> {}
            case 'o' -> origin(value, end);
            case 'm' -> changes(at, end, media(value, end));
            case 'c' -> changes(at, end, connection(value, end));
            case 'b' -> changes(at, end, bandwidth(value, end));
            case 'a' -> changes(at, end, attribute(value, end));
            default -> changes(at, end, true);
        }
    }

    /// The line belongs to what offer and answer may change.
    private void changes(int at, int end, boolean read) {
        complete &= read;
        content = Hash64.mix(content, Hash64.of(bytes, at, end - at));
    }

    /// `o=` user, session id, version, network, type, address; everything but the version is
    /// identity.
    private void origin(int from, int end) {
        StringBuilder identity = new StringBuilder();
        int at = from;
        for (int i = 0; i < 6; i++) {
            String word = word(at, end);
            at = wordEnd;
            if (i == 2) {
                version = number(word);
            } else {
                identity.append(identity.isEmpty() ? "" : " ").append(word);
            }
        }
        origin = identity.toString().strip();
        byte[] identityBytes = origin.getBytes(StandardCharsets.UTF_8);
        content = Hash64.mix(content, Hash64.of(identityBytes, 0, identityBytes.length));
    }

    private static long number(String word) {
        byte[] digits = word.getBytes(StandardCharsets.UTF_8);
        long number = Ascii.decimal(digits, 0, digits.length);
        return number == Long.MAX_VALUE ? -1 : number;
    }

    private boolean media(int from, int end) {
        if (media.size() == MOST_MEDIA) {
            return false;
        }
        String kind = word(from, end);
        int port = port(wordEnd, end);
        String proto = word(wordEnd, end);
        List<String> formats = new ArrayList<>();
        while (wordEnd < end && formats.size() < MOST_FORMATS) {
            String format = word(wordEnd, end);
            if (!format.isEmpty()) {
                formats.add(format);
            }
        }
        MediaDraft draft = new MediaDraft(kind, proto, port, formats);
        draft.ice = ice;
        media.add(draft);
        return wordEnd >= end;
    }

    /// A port, or `port/count`; 0 when unreadable.
    private int port(int from, int end) {
        int at = Ascii.skipBlanks(bytes, from, end);
        word(at, end);
        int slash = Ascii.indexOf(bytes, at, wordEnd, '/');
        long port = Ascii.decimal(bytes, at, slash < 0 ? wordEnd : slash);
        return port < 0 || port > 65535 ? 0 : (int) port;
    }

    private boolean connection(int from, int end) {
        word(from, end);
        word(wordEnd, end);
        String address = word(wordEnd, end);
        if (media.isEmpty()) {
            connection = address;
        } else {
            media.getLast().connection = address;
        }
        return true;
    }

    private boolean bandwidth(int from, int end) {
        if (!media.isEmpty() && Ascii.starts(bytes, from, end, "as:")) {
            long rate = Ascii.decimal(bytes, from + 3, end);
            media.getLast().bandwidth = rate > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) rate;
        }
        return true;
    }

    private boolean attribute(int from, int end) {
        int colon = Ascii.indexOf(bytes, from, end, ':');
        int nameEnd = colon < 0 ? end : colon;
        MediaDraft current = media.isEmpty() ? null : media.getLast();
        Direction named = direction(from, nameEnd);
        if (named != null) {
            direct(current, named);
        } else if (Ascii.is(bytes, from, nameEnd, "crypto")
                || Ascii.is(bytes, from, nameEnd, "fingerprint")) {
            crypto |= current == null;
            if (current != null) {
                current.crypto = true;
            }
        } else if (Ascii.is(bytes, from, nameEnd, "ice-ufrag")) {
            String fragment = word(Math.min(nameEnd + 1, end), end);
            if (current == null) {
                ice = fragment;
            } else {
                current.ice = fragment;
            }
        } else if (current != null) {
            mediaAttribute(current, from, nameEnd, Math.min(nameEnd + 1, end), end);
        }
        return true;
    }

    private void direct(@Nullable MediaDraft current, Direction named) {
        if (current == null) {
            direction = named;
        } else {
            current.direction = named;
        }
    }

    private @Nullable Direction direction(int from, int end) {
        if (end - from != 8) {
            return null;
        }
        if (Ascii.is(bytes, from, end, "sendrecv")) {
            return Direction.SENDRECV;
        }
        if (Ascii.is(bytes, from, end, "sendonly")) {
            return Direction.SENDONLY;
        }
        if (Ascii.is(bytes, from, end, "recvonly")) {
            return Direction.RECVONLY;
        }
        return Ascii.is(bytes, from, end, "inactive") ? Direction.INACTIVE : null;
    }

    private void mediaAttribute(MediaDraft current, int from, int nameEnd, int value, int end) {
        if (Ascii.is(bytes, from, nameEnd, "rtpmap")) {
            String format = word(value, end);
            int name = Ascii.skipBlanks(bytes, wordEnd, end);
            int slash = Ascii.indexOf(bytes, name, end, '/');
            current.map(format, shared(name, slash < 0 ? end : slash));
        } else if (Ascii.is(bytes, from, nameEnd, "silencesupp")) {
            current.silence = word(value, end);
        } else if (Ascii.is(bytes, from, nameEnd, "rtcp-mux")) {
            current.multiplexed = true;
        } else if (Ascii.is(bytes, from, nameEnd, "rtcp")) {
            current.rtcp = port(value, end);
        }
    }

    /// The next word; `wordEnd` then stands behind it.
    private String word(int from, int end) {
        int start = Ascii.skipBlanks(bytes, from, end);
        int at = start;
        while (at < end && !Ascii.isBlank(bytes[at])) {
            at++;
        }
        wordEnd = at;
        return shared(start, at);
    }

    private String shared(int from, int to) {
        long hash = Hash64.of(bytes, from, to - from);
        String known = words.find(hash, bytes, from, to);
        if (known == null) {
            known = Ascii.text(bytes, from, to);
            words.keep(hash, bytes, from, to, known);
        }
        return known;
    }
}
