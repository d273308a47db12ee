package io.callogram.samples.sip;

import java.util.ArrayList;
import java.util.List;

/// A session description, RFC 8866: one audio stream, and video or T.38 when their ports are not 0.
///
/// @param owner the name in `o=`; @param host where media shall go; @param nulled writes `c=` as
///   0.0.0.0, the hold of RFC 2543
/// @param chatty adds the lines that talkative user agents add
public record Sdp(
        String owner,
        long session,
        long version,
        String host,
        int port,
        List<Codec> audio,
        int videoPort,
        List<Codec> video,
        int faxPort,
        Direction direction,
        boolean nulled,
        boolean chatty) {

    /// The same session described anew: RFC 3264 §8 demands a version one higher.
    public Sdp next(Direction toward) {
        return new Sdp(
                owner,
                session,
                version + 1,
                host,
                port,
                audio,
                videoPort,
                video,
                faxPort,
                toward,
                false,
                chatty);
    }

    public Sdp atVersion(long number) {
        return new Sdp(
                owner, session, number, host, port, audio, videoPort, video, faxPort, direction,
                nulled, chatty);
    }

    public Sdp withNulledConnection() {
        return new Sdp(
                owner, session, version, host, port, audio, videoPort, video, faxPort, direction,
                true, chatty);
    }

    public Sdp withAudio(List<Codec> codecs) {
        return new Sdp(
                owner, session, version, host, port, codecs, videoPort, video, faxPort, direction,
                nulled, chatty);
    }

    public Sdp withVideo(int port, List<Codec> codecs) {
        return new Sdp(
                owner, session, version, host, this.port, audio, port, codecs, faxPort, direction,
                nulled, chatty);
    }

    /// Fax in place of speech: the audio stream is refused with port 0.
    public Sdp withFax() {
        return new Sdp(
                owner, session, version, host, 0, audio, 0, List.of(), port + 4, direction, nulled,
                chatty);
    }

    public Sdp withMediaAt(String otherHost, int otherPort) {
        return new Sdp(
                owner, session, version, otherHost, otherPort, audio, videoPort, video, faxPort,
                direction, nulled, chatty);
    }

    /// The same streams as `other`, at this session's own address.
    public Sdp offeringLike(Sdp other) {
        int base = port > 0 ? port : faxPort - 4;
        return new Sdp(
                owner,
                session,
                version,
                host,
                other.port > 0 ? base : 0,
                other.audio,
                other.videoPort > 0 ? base + 2 : 0,
                other.video,
                other.faxPort > 0 ? base + 4 : 0,
                other.direction,
                other.nulled,
                chatty);
    }

    /// An answer to `offer` in this session's own address: the offer's first codec and its events,
    /// §6.1.
    public Sdp answering(Sdp offer, boolean firstOnly) {
        List<Codec> chosen = firstOnly ? firstAndEvents(offer.audio) : offer.audio;
        return new Sdp(
                owner,
                session,
                version,
                host,
                offer.faxPort > 0 ? 0 : port,
                chosen,
                offer.videoPort > 0 ? (videoPort > 0 ? videoPort : port + 2) : 0,
                offer.video,
                offer.faxPort > 0 ? (faxPort > 0 ? faxPort : port + 4) : 0,
                offer.nulled && offer.direction == Direction.SENDRECV
                        ? Direction.SENDRECV
                        : offer.direction.answer(),
                false,
                chatty);
    }

    private static List<Codec> firstAndEvents(List<Codec> offered) {
        List<Codec> chosen = new ArrayList<>(2);
        chosen.add(offered.get(0));
        if (offered.contains(Codec.EVENT) && !offered.get(0).equals(Codec.EVENT)) {
            chosen.add(Codec.EVENT);
        }
        return chosen;
    }

    public Body body() {
        StringBuilder text = new StringBuilder(400);
        String family = host.indexOf(':') >= 0 ? "IP6 " : "IP4 ";
        text.append("v=0\r\no=")
                .append(owner)
                .append(' ')
                .append(session)
                .append(' ')
                .append(version);
        text.append(" IN ")
                .append(family)
                .append(host)
                .append("\r\ns=")
                .append(chatty ? "Talk" : "-");
        text.append("\r\nc=IN ")
                .append(family)
                .append(nulled ? nullAddress() : host)
                .append("\r\n");
        if (chatty) {
            text.append("b=AS:380\r\n");
        }
        text.append("t=0 0\r\n");
        if (chatty) {
            text.append(
                    "a=rtcp-xr:rcvr-rtt=all:10000 stat-summary=loss,dup,jitt,TTL voip-metrics\r\n");
        }
        if (port > 0 || faxPort == 0) {
            stream(text, "audio", port, audio);
            text.append("a=ptime:20\r\n");
        } else {
            text.append("m=audio 0 RTP/AVP 0\r\n");
        }
        if (!video.isEmpty()) {
            stream(text, "video", videoPort, video);
        }
        fax(text);
        return Body.sdp(text.toString());
    }

    private String nullAddress() {
        return host.indexOf(':') >= 0 ? "::" : "0.0.0.0";
    }

    private void stream(StringBuilder text, String kind, int at, List<Codec> codecs) {
        text.append("m=").append(kind).append(' ').append(at).append(" RTP/AVP");
        for (Codec codec : codecs) {
            text.append(' ').append(codec.payload());
        }
        text.append("\r\n");
        if (at == 0) {
            return;
        }
        for (Codec codec : codecs) {
            text.append("a=rtpmap:")
                    .append(codec.payload())
                    .append(' ')
                    .append(codec.map())
                    .append("\r\n");
            if (!codec.fmtp().isEmpty()) {
                text.append("a=fmtp:")
                        .append(codec.payload())
                        .append(' ')
                        .append(codec.fmtp())
                        .append("\r\n");
            }
        }
        text.append(direction.line());
    }

    /// The attributes of ITU-T T.38 annex D.
    private void fax(StringBuilder text) {
        if (faxPort > 0) {
            text.append("m=image ").append(faxPort).append(" udptl t38\r\n");
            text.append("a=T38FaxVersion:0\r\na=T38MaxBitRate:14400\r\n");
            text.append("a=T38FaxRateManagement:transferredTCF\r\n");
            text.append(
                    "a=T38FaxMaxBuffer:262\r\na=T38FaxMaxDatagram:90\r\na=T38FaxUdpEC:t38UDPRedundancy\r\n");
        }
    }
}
