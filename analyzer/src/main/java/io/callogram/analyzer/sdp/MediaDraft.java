package io.callogram.analyzer.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A media description while its lines are read.
final class MediaDraft {

    private static final int UNSET = -1;

    final String kind;
    final String proto;
    final int port;
    final List<String> formats;
    final @Nullable String[] encodings;

    @Nullable String connection;
    @Nullable Direction direction;
    boolean crypto;
    boolean multiplexed;
    int rtcp = UNSET;
    int bandwidth = UNSET;
    String silence = "";
    String ice = "";

    MediaDraft(String kind, String proto, int port, List<String> formats) {
        this.kind = kind;
        this.proto = proto;
        this.port = port;
        this.formats = formats;
        this.encodings = new String[formats.size()];
        this.crypto = proto.toUpperCase(Locale.ROOT).contains("SAVP");
    }

    /// `a=rtpmap` names the encoding of one of the formats.
    void map(String format, String encoding) {
        int at = formats.indexOf(format);
        if (at >= 0) {
            encodings[at] = encoding;
        }
    }

    Media finished(
            String sessionConnection, @Nullable Direction sessionDirection, boolean sessionCrypto) {
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
                codecs(),
                List.copyOf(formats),
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
    private List<String> codecs() {
        boolean rtp = proto.toUpperCase(Locale.ROOT).contains("RTP");
        List<String> codecs = new ArrayList<>(formats.size());
        for (int i = 0; i < encodings.length; i++) {
            String format = formats.get(i);
            String name = encodings[i];
            String fixed = name == null && rtp ? PayloadTypes.name(number(format)) : name;
            codecs.add(fixed == null ? format : fixed);
        }
        return List.copyOf(codecs);
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
