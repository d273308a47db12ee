package io.callogram.analyzer.sdp;

import io.callogram.analyzer.sip.SharedLists;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A media description while its lines are read. Reused.
final class MediaDraft {

    private static final int UNSET = -1;
    private static final int MOST_FORMATS = 64;

    private final String[] formats = new String[MOST_FORMATS];
    private final @Nullable String[] encodings = new String[MOST_FORMATS];
    private final String[] codecs = new String[MOST_FORMATS];
    private int count;
    private String kind = "";
    private String proto = "";
    private int port;

    @Nullable String connection;
    @Nullable Direction direction;
    boolean crypto;
    boolean multiplexed;
    int rtcp;
    int bandwidth;
    String silence = "";
    String ice = "";

    void begin(String kindOf, String protocol, int number, String sessionIce) {
        kind = kindOf;
        proto = protocol;
        port = number;
        count = 0;
        connection = null;
        direction = null;
        crypto = protocol.toUpperCase(Locale.ROOT).contains("SAVP");
        multiplexed = false;
        rtcp = UNSET;
        bandwidth = UNSET;
        silence = "";
        ice = sessionIce;
    }

    boolean takesFormat() {
        return count < MOST_FORMATS;
    }

    void format(String format) {
        encodings[count] = null;
        formats[count++] = format;
    }

    /// `a=rtpmap` names the encoding of one of the formats.
    void map(String format, String encoding) {
        for (int i = 0; i < count; i++) {
            if (formats[i].equals(format)) {
                encodings[i] = encoding;
                return;
            }
        }
    }

    Media finished(
            String sessionConnection,
            @Nullable Direction sessionDirection,
            boolean sessionCrypto,
            SharedLists<String> lists) {
        String effective = connection == null ? sessionConnection : connection;
        Direction own = direction == null ? sessionDirection : direction;
        return new Media(
                kind,
                proto,
                port,
                rtcpPort(),
                effective,
                IpLiteral.of(effective),
                own == null ? Direction.SENDRECV : own,
                own != null,
                codecs(lists),
                lists.of(formats, count),
                crypto || sessionCrypto,
                bandwidth,
                silence,
                ice);
    }

    private int rtcpPort() {
        if (port == 0 || multiplexed) {
            return port;
        }
        return rtcp == UNSET ? port + 1 : rtcp;
    }

    /// A format that nothing names stands for itself, as `t38` does.
    private List<String> codecs(SharedLists<String> lists) {
        boolean rtp = proto.toUpperCase(Locale.ROOT).contains("RTP");
        for (int i = 0; i < count; i++) {
            String format = formats[i];
            String name = encodings[i];
            String fixed = name == null && rtp ? PayloadTypes.name(number(format)) : name;
            codecs[i] = fixed == null ? format : fixed;
        }
        return lists.of(codecs, count);
    }

    private static int number(String format) {
        int number = 0;
        for (int i = 0; i < format.length(); i++) {
            int digit = format.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 2) {
                return UNSET;
            }
            number = 10 * number + digit;
        }
        return format.isEmpty() ? UNSET : number;
    }
}
