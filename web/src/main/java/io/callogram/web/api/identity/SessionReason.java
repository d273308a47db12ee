package io.callogram.web.api.identity;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import io.callogram.web.api.json.MessageJson.Identifier;
import io.callogram.web.api.json.MessageJson.Reason;
import io.callogram.web.api.workbench.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a message's session description says: whose session, which version, offer or answer.
final class SessionReason {

    private final Circumstances around;
    private final Language language;

    SessionReason(Circumstances around, Language language) {
        this.around = around;
        this.language = language;
    }

    @Nullable Reason reason() {
        SessionDescription session = around.message.seen().session();
        if (session == null) {
            return null;
        }
        List<Identifier> ids = new ArrayList<>();
        ids.add(
                new Identifier(
                        "o="
                                + session.origin()
                                + (session.version() < 0 ? "" : " v" + session.version()),
                        0));
        for (Media media : session.media()) {
            String codec = media.codecs().isEmpty() ? media.kind() : media.codecs().getFirst();
            ids.add(new Identifier(codec + " " + media.connection() + ":" + media.port(), 0));
            ids.add(new Identifier(media.direction().name().toLowerCase(Locale.ROOT), 0));
        }
        CallMessage offer = offer();
        String text = role(offer) + version(session) + direction(session);
        return new Reason(
                "session",
                language.pick("Session", "会话"),
                "RFC 3264",
                List.copyOf(ids),
                offer == null ? List.of() : List.of(offer.number()),
                text.strip());
    }

    /// The message whose offer this one answers, or null when it is an offer itself.
    private @Nullable CallMessage offer() {
        if (around.sighting.method() == Method.ACK) {
            return lastWithSession(false);
        }
        if (around.sighting.isRequest()) {
            return null;
        }
        CallMessage request = around.request();
        return request == null || request.seen().session() == null ? null : request;
    }

    private @Nullable CallMessage lastWithSession(boolean request) {
        CallMessage found = null;
        for (CallMessage other : around.call.messages()) {
            boolean before =
                    other.number() < around.message.number()
                            && other.dialog() == around.message.dialog();
            if (before
                    && other.seen().session() != null
                    && Circumstances.of(other).isRequest() == request) {
                found = other;
            }
        }
        return found;
    }

    private String role(@Nullable CallMessage offer) {
        return offer == null
                ? language.pick("An offer.", "媒体提议（offer）。")
                : language.pick(
                        "The answer to the offer in " + offer.number() + ".",
                        "对 " + offer.number() + " 中 offer 的应答（answer）。");
    }

    private String version(SessionDescription session) {
        SessionDescription before = null;
        for (CallMessage other : around.call.messages()) {
            SessionDescription earlier = other.seen().session();
            if (other.number() < around.message.number()
                    && earlier != null
                    && earlier.origin().equals(session.origin())
                    && other.forwardOf() == 0) {
                before = earlier;
            }
        }
        if (before == null || around.message.forwardOf() > 0) {
            return "";
        }
        if (before.content() == session.content()) {
            return language.pick(" The same session, nothing changed.", "同一会话，内容未变。");
        }
        return language.pick(
                " The same session, changed: version "
                        + before.version()
                        + " → "
                        + session.version()
                        + ".",
                "同一会话，内容有变：版本 " + before.version() + " → " + session.version() + "。");
    }

    private String direction(SessionDescription session) {
        if (session.media().isEmpty()) {
            return "";
        }
        Direction direction = session.media().getFirst().direction();
        return switch (direction) {
            case SENDRECV -> "";
            case SENDONLY ->
                    language.pick(
                            " sendonly: I may send, for example music, but do not want to receive.",
                            " sendonly：我可以发送（例如音乐），但不想接收。");
            case RECVONLY ->
                    language.pick(
                            " recvonly: I want to receive and send nothing.",
                            " recvonly：我只接收，不发送。");
            case INACTIVE ->
                    language.pick(
                            " inactive: nothing flows in either direction.",
                            " inactive：两个方向都没有媒体。");
        };
    }
}
