package io.callogram.analyzer.sdp;

import io.callogram.analyzer.sip.Ascii;
import io.callogram.analyzer.sip.SharedLists;
import io.callogram.analyzer.sip.Words;
import io.callogram.capture.packet.Hash64;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one session description (RFC 8866 §5), in any order, ignoring what it does
/// not know, bounded in lines, media and formats. Reused.
final class SdpReader {

    static final int MOST_LINES = 512;
    static final int MOST_MEDIA = 32;

    private final Words words = new Words(1 << 10);
    private final SharedLists<String> lists = new SharedLists<>(1 << 8);
    private final @Nullable MediaDraft[] drafts = new MediaDraft[MOST_MEDIA];
    private final MediaDraft nobody = new MediaDraft();

    /// What the attributes belong to; before the first media description, nobody's.
    private MediaDraft draft = nobody;

    private int media;
    private byte[] bytes = new byte[0];
    private byte[] identity = new byte[128];
    private String origin = "";
    private long version;
    private long content;
    private String connection = "";
    private @Nullable Direction direction;
    private String ice = "";
    private boolean crypto;
    private boolean complete;
    private int wordAt;
    private int wordEnd;

    SessionDescription read(byte[] message, int from, int to) {
        bytes = message;
        media = 0;
        draft = nobody;
        origin = "";
        version = -1;
        content = 0;
        connection = "";
        direction = null;
        crypto = false;
        ice = "";
        complete = true;
        readLines(from, to);
        return new SessionDescription(origin, version, content, finished(), complete);
    }

    private List<Media> finished() {
        Media[] finished = new Media[media];
        for (int i = 0; i < media; i++) {
            finished[i] = draft(i).finished(connection, direction, crypto, lists);
        }
        return List.of(finished);
    }

    private MediaDraft draft(int i) {
        MediaDraft draft = drafts[i];
        if (draft == null) {
            draft = new MediaDraft();
            drafts[i] = draft;
        }
        return draft;
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
        int length = 0;
        wordEnd = from;
        for (int i = 0; i < 6; i++) {
            next(wordEnd, end);
            if (i == 2) {
                long number = Ascii.decimal(bytes, wordAt, wordEnd);
                version = number == Long.MAX_VALUE ? -1 : number;
            } else if (wordAt < wordEnd) {
                length = identity(length);
            }
        }
        origin = Ascii.text(identity, 0, length).strip();
        content = Hash64.mix(content, Hash64.of(identity, 0, length));
    }

    /// Puts the word behind the others, and a space between them.
    private int identity(int length) {
        int word = wordEnd - wordAt;
        if (length + 1 + word > identity.length) {
            identity = Arrays.copyOf(identity, 2 * (length + 1 + word));
        }
        int at = length;
        if (at > 0) {
            identity[at++] = ' ';
        }
        System.arraycopy(bytes, wordAt, identity, at, word);
        return at + word;
    }

    private boolean media(int from, int end) {
        if (media == MOST_MEDIA) {
            return false;
        }
        String kind = word(from, end);
        int port = port(wordEnd, end);
        draft = draft(media++);
        draft.begin(kind, word(wordEnd, end), port, ice);
        while (wordEnd < end && draft.takesFormat()) {
            String format = word(wordEnd, end);
            if (!format.isEmpty()) {
                draft.format(format);
            }
        }
        return wordEnd >= end;
    }

    /// A port, or `port/count`; 0 when unreadable.
    private int port(int from, int end) {
        next(from, end);
        int slash = Ascii.indexOf(bytes, wordAt, wordEnd, '/');
        long port = Ascii.decimal(bytes, wordAt, slash < 0 ? wordEnd : slash);
        return port < 0 || port > 65535 ? 0 : (int) port;
    }

    private boolean connection(int from, int end) {
        next(from, end);
        next(wordEnd, end);
        String address = word(wordEnd, end);
        if (media == 0) {
            connection = address;
        } else {
            draft.connection = address;
        }
        return true;
    }

    private boolean bandwidth(int from, int end) {
        if (media > 0 && Ascii.starts(bytes, from, end, "as:")) {
            long rate = Ascii.decimal(bytes, from + 3, end);
            draft.bandwidth = rate > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) rate;
        }
        return true;
    }

    private boolean attribute(int from, int end) {
        int colon = Ascii.indexOf(bytes, from, end, ':');
        int nameEnd = colon < 0 ? end : colon;
        int value = Math.min(nameEnd + 1, end);
        switch (Attribute.of(bytes, from, nameEnd)) {
            case RTPMAP -> map(value, end);
            case SENDRECV -> direct(Direction.SENDRECV);
            case SENDONLY -> direct(Direction.SENDONLY);
            case RECVONLY -> direct(Direction.RECVONLY);
            case INACTIVE -> direct(Direction.INACTIVE);
            case CRYPTO, FINGERPRINT -> encrypt();
            case ICE_UFRAG -> ice(word(value, end));
            case SILENCE_SUPPRESSION -> draft.silence = word(value, end);
            case RTCP_MUX -> draft.multiplexed = true;
            case RTCP -> draft.rtcp = port(value, end);
            case OTHER -> {}
        }
        return true;
    }

    private void direct(Direction named) {
        if (media == 0) {
            direction = named;
        } else {
            draft.direction = named;
        }
    }

    private void encrypt() {
        if (media == 0) {
            crypto = true;
        } else {
            draft.crypto = true;
        }
    }

    private void ice(String fragment) {
        if (media == 0) {
            ice = fragment;
        } else {
            draft.ice = fragment;
        }
    }

    private void map(int value, int end) {
        String format = word(value, end);
        int name = Ascii.skipBlanks(bytes, wordEnd, end);
        int slash = Ascii.indexOf(bytes, name, end, '/');
        draft.map(format, words.text(bytes, name, slash < 0 ? end : slash));
    }

    private String word(int from, int end) {
        next(from, end);
        return words.text(bytes, wordAt, wordEnd);
    }

    /// The next word; it stands from `wordAt` to `wordEnd`.
    private void next(int from, int end) {
        wordAt = Ascii.skipBlanks(bytes, from, end);
        int at = wordAt;
        while (at < end && !Ascii.isBlank(bytes[at])) {
            at++;
        }
        wordEnd = at;
    }
}
