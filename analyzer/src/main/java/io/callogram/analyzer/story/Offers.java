package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a session description adds to a sentence (RFC 3264).
final class Offers {

    private final Plot plot;
    private final Words words;

    Offers(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    /// What an INVITE offers.
    String offered(CallMessage m) {
        SessionDescription session = m.seen().session();
        Sighting s = said(m);
        if (session == null) {
            return s.bodyLength() == 0 && !s.where().truncated()
                    ? words.phrase("X.OFFER.NONE")
                    : "";
        }
        Media media = Words.main(session);
        if (media == null) {
            return "";
        }
        List<String> kinds = kinds(session);
        Map<String, String> values =
                Map.of(
                        "codecs", Words.codecs(media),
                        "addr", words.address(media),
                        "media", String.join(" + ", kinds));
        boolean plain = kinds.size() == 1 && kinds.getFirst().equals("audio");
        return words.phrase(plain ? "X.OFFER" : "X.OFFER.MEDIA", values);
    }

    static List<String> kinds(SessionDescription session) {
        List<String> kinds = new ArrayList<>();
        for (Media media : session.media()) {
            String kind = Words.safe(media.kind());
            if (media.port() > 0 && !kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /// What a 2xx or an ACK says about media: the answer to an offer, or an offer of its own.
    String answered(CallMessage m) {
        SessionDescription session = m.seen().session();
        if (session == null) {
            return "";
        }
        Media media = Words.main(session);
        if (media == null) {
            return words.phrase("X.ANSWER.REFUSED");
        }
        SessionDescription offer = offerFor(m);
        if (offer == null && said(m).status() != 0 && isOfferless(m)) {
            return words.phrase(
                    "X.ANSWER.OFFER",
                    Map.of("codecs", Words.codecs(media), "addr", words.address(media)));
        }
        return words.phrase(
                "X.ANSWER", Map.of("codec", chosen(media, offer), "addr", words.address(media)));
    }

    private @Nullable SessionDescription offerFor(CallMessage m) {
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        if (said(m).isRequest() && request != null) {
            CallMessage answer = request.answer();
            return answer == null ? null : answer.seen().session();
        }
        return sent == null ? null : sent.seen().session();
    }

    /// Where media goes by a description that was changed on the way; null when it was not.
    static @Nullable Media replaced(CallMessage before, CallMessage after) {
        Media came = before.seen().session() == null ? null : Words.audio(before.seen().session());
        Media goes = after.seen().session() == null ? null : Words.audio(after.seen().session());
        boolean same =
                came == null
                        || goes == null
                        || (came.port() == goes.port()
                                && came.connection().equals(goes.connection()));
        return same ? null : goes;
    }

    /// The request was captured, and had no body that could have been an offer.
    private boolean isOfferless(CallMessage m) {
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        return sent != null && said(sent).bodyLength() == 0 && !said(sent).where().truncated();
    }

    /// The first codec of the answer that the offer has too (RFC 3264 §6.1).
    private static String chosen(Media answer, @Nullable SessionDescription offer) {
        Media offered = offer == null ? null : Words.main(offer);
        for (String codec : answer.codecs()) {
            boolean common = offered == null || offered.codecs().contains(codec);
            if (common && !codec.equalsIgnoreCase("telephone-event")) {
                return Words.safe(codec);
            }
        }
        return Words.codecs(answer);
    }

    /// Whether a change can be named.
    boolean differs(SessionDescription before, SessionDescription now) {
        return !difference(before, now).equals(words.phrase("X.DIFF.OTHER"));
    }

    /// What a new description of one side changes against its last one, in words.
    String difference(SessionDescription before, SessionDescription now) {
        List<String> changes = new ArrayList<>();
        List<String> gone = kinds(before);
        List<String> kinds = kinds(now);
        for (String kind : kinds) {
            if (!gone.contains(kind)) {
                changes.add(words.phrase("X.DIFF.ADD", "media", kind));
            }
        }
        for (String kind : gone) {
            if (!kinds.contains(kind)) {
                changes.add(words.phrase("X.DIFF.REMOVE", "media", kind));
            }
        }
        Media a = Words.main(before);
        Media b = Words.main(now);
        if (a != null && b != null && a.kind().equals(b.kind())) {
            stream(a, b, changes);
        }
        for (Media media : now.media()) {
            Media old = media.kind().equals("video") ? video(before) : null;
            if (old != null && media.port() > 0 && old.direction() != media.direction()) {
                changes.add(
                        words.phrase(
                                "X.DIFF.STREAM",
                                Map.of(
                                        "media", "video",
                                        "old", words.direction(old),
                                        "new", words.direction(media))));
            }
        }
        if (changes.isEmpty()) {
            changes.add(words.phrase("X.DIFF.OTHER"));
        }
        return String.join(words.language() == Language.ZH ? "，" : ", ", changes);
    }

    private static @Nullable Media video(SessionDescription session) {
        for (Media media : session.media()) {
            if (media.kind().equals("video") && media.port() > 0) {
                return media;
            }
        }
        return null;
    }

    private void stream(Media a, Media b, List<String> changes) {
        change(changes, "X.DIFF.CODEC", Words.codecs(a), Words.codecs(b));
        change(changes, "X.DIFF.ADDR", place(a), place(b));
        change(changes, "X.DIFF.DIR", words.direction(a), words.direction(b));
        if (a.crypto() != b.crypto()) {
            changes.add(words.phrase(b.crypto() ? "X.DIFF.SECURE" : "X.DIFF.PLAIN"));
        }
    }

    private static String place(Media media) {
        return Words.safe(media.connection() + ":" + media.port());
    }

    private void change(List<String> changes, String key, String old, String now) {
        if (!old.equals(now)) {
            changes.add(words.phrase(key, Map.of("old", old, "new", now)));
        }
    }
}
