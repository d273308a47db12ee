package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells requests that change a session that exists, and their answers (RFC 3261 §14, RFC 3311).
final class Changes {

    /// What a request asks for.
    private enum Wish {
        HOLD,
        RESUME,
        FAX,
        SPEECH,
        REFRESH,
        MODIFY,
        OFFER,
        UNREADABLE
    }

    private final Plot plot;
    private final Words words;
    private final Offers offers;

    Changes(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        this.offers = new Offers(plot, words);
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        boolean update = s.method() == Method.UPDATE;
        if (m.forwardOf() != 0) {
            return update ? Line.of("T.REQ.FWD") : Line.of("T.REINV.FWD");
        }
        String expires = s.first(Mark.SESSION_EXPIRES);
        Line line =
                switch (wish(m)) {
                    case HOLD -> Line.of("T.HOLD.INV").with("proof", direction(m)).proof(shown(m));
                    case RESUME ->
                            Line.of(update ? "T.RESUME.UPD" : "T.RESUME.INV")
                                    .with("proof", direction(m))
                                    .proof(shown(m));
                    case FAX -> Line.of("T.T38");
                    case SPEECH -> Line.of("T.T38.BACK");
                    case REFRESH -> refresh(expires, s.sdp());
                    case MODIFY -> modified(m, update);
                    case OFFER ->
                            expires != null
                                    ? refresh(expires, false)
                                    : Line.of(update ? "T.UPDATE.NOSDP" : "T.REINV.NOSDP");
                    case UNREADABLE -> Line.of(update ? "T.UPDATE.UNREAD" : "T.REINV.UNREAD");
                };
        return line.with("cseq", Long.toString(s.cseq()));
    }

    private static Line refresh(@Nullable String expires, boolean sdp) {
        if (expires == null) {
            return Line.of("T.REFRESH.PLAIN");
        }
        int end = expires.indexOf(';');
        String interval = Words.safe((end < 0 ? expires : expires.substring(0, end)).trim());
        return Line.of(sdp ? "T.REFRESH" : "T.REFRESH.NOSDP")
                .with("exp", interval)
                .proof(Mark.SESSION_EXPIRES.field() + ": " + Words.safe(expires));
    }

    private Line modified(CallMessage m, boolean update) {
        SessionDescription now = m.seen().session();
        SessionDescription before = mine(m);
        if (now == null || before == null) {
            return Line.of(update ? "T.UPDATE.UNREAD" : "T.REINV.UNREAD");
        }
        CallDialog dialog = plot.dialog(m);
        boolean early =
                dialog == null || dialog.confirmed() == 0 || dialog.confirmed() > m.number();
        String key = update ? early ? "T.UPDATE.EARLY" : "T.UPDATE" : "T.REINV";
        if (tone(m)) {
            Media old = Words.main(before);
            Media next = Words.main(now);
            return Line.of("T.MEDIASWITCH")
                    .with("old", old == null ? "?" : words.address(old))
                    .with("new", next == null ? "?" : words.address(next));
        }
        return Line.of(key).with("diff", offers.difference(before, now));
    }

    private boolean tone(CallMessage m) {
        return plot.flow(FlowKind.RINGBACK_TONE, m.number()) != null;
    }

    private Wish wish(CallMessage m) {
        SessionDescription now = m.seen().session();
        if (now == null) {
            Sighting s = said(m);
            return s.bodyLength() == 0 && !s.where().truncated() ? Wish.OFFER : Wish.UNREADABLE;
        }
        Request request = plot.scene().request(m);
        Agreement agreement = request == null ? null : plot.agreement(request);
        Wish wish =
                agreement != null && said(m).sdp() ? settled(agreement, now) : unsettled(m, now);
        SessionDescription before = mine(m);
        boolean differs = before != null && offers.differs(before, now);
        return wish == Wish.REFRESH && differs ? Wish.MODIFY : wish;
    }

    private static Wish settled(Agreement agreement, SessionDescription now) {
        return switch (agreement.change()) {
            case HOLD -> Wish.HOLD;
            case RESUME -> Wish.RESUME;
            case FAX -> isFax(now) ? Wish.FAX : Wish.SPEECH;
            case REFRESH -> Wish.REFRESH;
            case SET_UP, MODIFY -> Wish.MODIFY;
        };
    }

    /// Nothing came of it: what the offer itself says against what was agreed.
    private Wish unsettled(CallMessage m, SessionDescription now) {
        if (isFax(now)) {
            return Wish.FAX;
        }
        SessionDescription before = mine(m);
        boolean hears = hears(now);
        boolean heard = before == null || hears(before);
        if (heard != hears) {
            return hears ? Wish.RESUME : Wish.HOLD;
        }
        if (before == null) {
            return Wish.UNREADABLE;
        }
        return before.content() == now.content() ? Wish.REFRESH : Wish.MODIFY;
    }

    /// What the sender of a request had described before.
    private @Nullable SessionDescription mine(CallMessage m) {
        Agreement before = plot.before(m);
        return before == null
                ? null
                : (plot.scene().isByCaller(m) ? before.caller() : before.callee());
    }

    private static boolean hears(SessionDescription session) {
        Media audio = Words.audio(session);
        return audio != null
                && audio.direction() != Direction.SENDONLY
                && audio.direction() != Direction.INACTIVE
                && !audio.connection().equals("0.0.0.0")
                && !audio.connection().equals("::");
    }

    static boolean isFax(SessionDescription session) {
        for (Media media : session.media()) {
            if (media.kind().equals("image") && media.port() > 0) {
                return true;
            }
        }
        return false;
    }

    private String direction(CallMessage m) {
        SessionDescription session = m.seen().session();
        Media media = session == null ? null : Words.main(session);
        return media == null ? "" : words.direction(media);
    }

    /// The answer to a re-INVITE or UPDATE, where it was made.
    Line answer(CallMessage m) {
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        int status = said(m).status();
        boolean update = said(m).method() == Method.UPDATE;
        if (status >= 300) {
            return refused(status);
        }
        if (sent == null) {
            return Line.of(update ? "T.200.UPDATE" : "T.200.REINV.PLAIN")
                    .with("answer", offers.answered(m));
        }
        Line line =
                switch (wish(sent)) {
                    case HOLD -> directed(m, "T.HOLD.200");
                    case RESUME ->
                            isOpen(m) ? Line.of("T.RESUME.200") : directed(m, "T.RESUME.200.PART");
                    case FAX -> Line.of(rejectsFax(m) ? "T.T38.200.NO" : "T.T38.200");
                    case SPEECH -> Line.of("T.T38.200");
                    case REFRESH -> Line.of("T.200.REFRESH");
                    case OFFER -> offer(m, sent, update);
                    case MODIFY ->
                            Line.of(
                                    m.seen().session() == null
                                            ? "T.200.REINV.PLAIN"
                                            : "T.200.REINV");
                    case UNREADABLE -> Line.of(update ? "T.200.UPDATE" : "T.200.REINV.PLAIN");
                };
        return line.with("answer", offers.answered(m));
    }

    private static Line offer(CallMessage m, CallMessage sent, boolean update) {
        if (said(sent).first(Mark.SESSION_EXPIRES) != null) {
            return Line.of("T.200.REFRESH");
        }
        if (update) {
            return Line.of("T.200.UPDATE");
        }
        return Line.of(m.seen().session() == null ? "T.200.REINV.PLAIN" : "T.200.REINV.OFFER");
    }

    private static Line refused(int status) {
        return switch (status) {
            case 491 -> Line.of("T.491");
            case 408, 481 -> Line.of("T.REINV.GONE");
            default -> Line.of("T.REINV.FAIL");
        };
    }

    /// The same, when it stands on the wire.
    private String shown(CallMessage m) {
        String direction = direction(m);
        return direction.indexOf('=') > 0 ? direction : "";
    }

    private Line directed(CallMessage m, String key) {
        String direction = direction(m);
        return direction.isEmpty()
                ? Line.of("T.200.REINV.PLAIN")
                : Line.of(key).with("dir", direction).proof(shown(m));
    }

    private static boolean isOpen(CallMessage m) {
        SessionDescription session = m.seen().session();
        Media audio = session == null ? null : Words.audio(session);
        return session != null
                && audio != null
                && audio.direction() == Direction.SENDRECV
                && hears(session);
    }

    private static boolean rejectsFax(CallMessage m) {
        SessionDescription session = m.seen().session();
        return session != null && !isFax(session);
    }
}
