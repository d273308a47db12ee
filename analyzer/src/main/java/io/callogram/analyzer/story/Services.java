package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells the requests of the extensions: REFER, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, INFO, PRACK
/// (RFC 3515, RFC 6665, RFC 3903, RFC 3428, RFC 6086, RFC 3262), and OPTIONS.
final class Services {

    private final Plot plot;
    private final Words words;

    Services(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        if (m.forwardOf() != 0) {
            return Line.of("T.REQ.FWD");
        }
        if (isRetry(m, s)) {
            return Line.of("T.REQ.AUTH").with("cseq", Long.toString(s.cseq()));
        }
        Line line =
                switch (s.method()) {
                    case REFER -> refer(m, s);
                    case NOTIFY -> notify(m, s);
                    case SUBSCRIBE -> subscribe(s);
                    case PUBLISH -> Line.of(s.expires() == 0 ? "T.PUBLISH.END" : "T.PUBLISH");
                    case MESSAGE -> Line.of("T.MSG");
                    case INFO -> info(s);
                    case PRACK ->
                            Line.of(
                                            Acknowledgements.isAstray(plot, m)
                                                    ? "T.PRACK.OTHER"
                                                    : "T.PRACK")
                                    .proof(Words.header(s, Mark.RACK));
                    case OPTIONS -> Line.of(s.toTag() == 0 ? "T.OPT" : "T.OPT.INSIDE");
                    case OTHER -> Line.of("T.UNKNOWN");
                    case INVITE, ACK, BYE, CANCEL, REGISTER, UPDATE -> Line.of("T.REQUEST");
                };
        return line.with("event", words.event(s.first(Mark.EVENT)))
                .with("exp", expiry(s))
                .with("ctype", type(s))
                .with("len", s.bodyLength())
                .with("rack", Words.safe(or(s.first(Mark.RACK), "?")));
    }

    private static String or(@Nullable String value, String instead) {
        return value == null ? instead : value;
    }

    private boolean isRetry(CallMessage m, Sighting s) {
        if (!Registrations.hasCredentials(s)) {
            return false;
        }
        Request before = null;
        for (Request request : plot.scene().requests()) {
            if (request.first().number() >= m.number()) {
                break;
            }
            before = request.method() == s.method() && request.leg() == m.leg() ? request : before;
        }
        return before != null && (before.status() == 401 || before.status() == 407);
    }

    private String expiry(Sighting s) {
        return s.expires() < 0
                ? ""
                : words.phrase("X.SUB.EXP", "exp", Integer.toString(s.expires()));
    }

    private static String type(Sighting s) {
        String type = s.first(Mark.CONTENT_TYPE);
        int end = type == null ? -1 : type.indexOf(';');
        return Words.safe(type == null ? "?" : end < 0 ? type : type.substring(0, end).trim());
    }

    private Line refer(CallMessage m, Sighting s) {
        String referTo = s.first(Mark.REFER_TO);
        Address target = referTo == null ? Address.NONE : HeaderText.address(referTo);
        CallDialog dialog = plot.dialog(m);
        Replaced replaced = referTo == null ? null : Replaced.referred(plot, referTo, m.number());
        int peer = plot.peer(m);
        boolean blind = plot.flow(FlowKind.BLIND_TRANSFER) != null;
        Line line;
        if (replaced != null) {
            line =
                    Line.of("T.REFER.REPL")
                            .with("dialog", replaced.in(words))
                            .why("T.REFER.REPL.why");
        } else if (dialog == null || s.toTag() == 0) {
            line = Line.of("T.REFER.OUT").why("T.REFER.why");
        } else {
            line =
                    Line.of(
                                    !blind
                                            ? "T.REFER.PLAIN"
                                            : peer == m.toNode() ? "T.REFER" : "T.REFER.VIA")
                            .why("T.REFER.why");
        }
        return line.with("B", plot.peerName(m, words))
                .with("C", words.name(target))
                .proof(Words.header(s, Mark.REFER_TO));
    }

    private Line notify(CallMessage m, Sighting s) {
        String state = or(s.first(Mark.SUBSCRIPTION_STATE), "");
        boolean over = state.toLowerCase(Locale.ROOT).startsWith("terminated");
        String event = s.first(Mark.EVENT);
        boolean transfer = event != null && event.toLowerCase(Locale.ROOT).startsWith("refer");
        String told = body(s);
        String key =
                transfer
                        ? told.isEmpty()
                                ? "T.NOTIFY.REFER"
                                : plot.isTransfer() ? "T.NOTIFY.FRAG" : "T.NOTIFY.FRAG.PLAIN"
                        : over ? "T.NOTIFY.END" : isAsked(m) ? "T.NOTIFY" : "T.NOTIFY.FREE";
        return Line.of(key)
                .with("B", plot.peerName(m, words))
                .with("frag", told)
                .with("state", state(told, event, state))
                .proof(Words.header(s, Mark.SUBSCRIPTION_STATE));
    }

    private String state(String told, @Nullable String event, String state) {
        String kind = event == null ? "" : event.toLowerCase(Locale.ROOT);
        String shown =
                told.isEmpty() || kind.startsWith("refer")
                        ? Words.safe(state)
                        : kind.startsWith("message-summary") ? "Messages-Waiting: " + told : told;
        return shown.isEmpty() ? "" : words.phrase("X.STATE", "state", shown);
    }

    /// What its short body says, where the scanner keeps it.
    private static String body(Sighting s) {
        String gist = s.first(Mark.GIST);
        return gist == null ? "" : Words.safe(gist);
    }

    /// A SUBSCRIBE or REFER of the same leg was captured.
    private boolean isAsked(CallMessage m) {
        for (Request request : plot.scene().requests()) {
            if (request.leg() == m.leg()
                    && (request.method() == Method.SUBSCRIBE || request.method() == Method.REFER)) {
                return true;
            }
        }
        return false;
    }

    private static Line subscribe(Sighting s) {
        boolean inside = s.toTag() != 0;
        if (s.expires() == 0) {
            return Line.of(inside ? "T.SUB.END" : "T.SUB.POLL");
        }
        return Line.of(inside ? "T.SUB.AGAIN" : "T.SUB");
    }

    private static Line info(Sighting s) {
        if (s.bodyLength() == 0) {
            return Line.of("T.INFO.EMPTY");
        }
        String type = type(s).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/dtmf") || type.equals("audio/telephone-event")) {
            String key = body(s);
            if (key.equalsIgnoreCase("hf") || key.equalsIgnoreCase("flash")) {
                return Line.of("T.INFO.FLASH");
            }
            return key.isEmpty()
                    ? Line.of("T.INFO.KEY")
                    : Line.of("T.INFO.DTMF").with("digit", key);
        }
        if (type.contains("flash")) {
            return Line.of("T.INFO.FLASH");
        }
        return Line.of(type.contains("media_control") ? "T.INFO.VIDEO" : "T.INFO");
    }

    Line answer(CallMessage m) {
        Sighting s = said(m);
        int status = s.status();
        if (status == 401 || status == 407) {
            return challenge(m, s);
        }
        if (status == 481 && s.method() == Method.BYE) {
            return Line.of("T.481.BYE");
        }
        if (status == 481 && s.method() == Method.CANCEL) {
            return Line.of("T.481.CANCEL");
        }
        if (s.method() == Method.OPTIONS && status >= 300) {
            return Line.of(isAlive(status) ? "T.OPT.ALIVE" : "T.FAIL");
        }
        return status >= 300
                ? Line.of(s.method() == Method.REFER ? "T.REFER.FAIL" : "T.FAIL")
                : accepted(m, s);
    }

    private static boolean isAlive(int status) {
        return status == 404 || status == 405 || status == 481 || status == 503;
    }

    private Line challenge(CallMessage m, Sighting s) {
        return challenge(plot, words, m, s);
    }

    /// A challenge to anything but a REGISTER.
    static Line challenge(Plot plot, Words words, CallMessage m, Sighting s) {
        String own = s.first(Mark.CHALLENGE);
        Mark mark = own == null ? Mark.PROXY_CHALLENGE : Mark.CHALLENGE;
        String value = s.first(mark);
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        boolean again = sent != null && Registrations.hasCredentials(said(sent));
        boolean stale =
                value != null
                        && Registrations.Challenges.parameter(value, "stale")
                                .equalsIgnoreCase("true");
        boolean other = sent != null && again && !isTried(said(sent), value);
        String key =
                !again ? "T.407" : stale ? "T.407.STALE" : other ? "T.407.REALM" : "T.407.AGAIN";
        return Line.of(key)
                .with("realm", Registrations.Challenges.realm(words, value, true))
                .proof(Words.header(s, mark));
    }

    /// Credentials are for one realm each (§22.1): those for another do not answer this challenge.
    private static boolean isTried(Sighting sent, @Nullable String challenge) {
        String realm =
                challenge == null ? "" : Registrations.Challenges.parameter(challenge, "realm");
        for (Marked marked : sent.marks()) {
            boolean credentials =
                    marked.mark() == Mark.CREDENTIALS || marked.mark() == Mark.PROXY_CREDENTIALS;
            if (credentials
                    && Registrations.Challenges.parameter(marked.value(), "realm").equals(realm)) {
                return true;
            }
        }
        return false;
    }

    private Line accepted(CallMessage m, Sighting s) {
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        boolean ends = sent != null && said(sent).expires() == 0;
        Line line =
                switch (s.method()) {
                    case BYE ->
                            Line.of(plot.isAgent(m.fromNode()) ? "T.200.BYE" : "T.200.BYE.again");
                    case CANCEL -> Line.of("T.200.CANCEL");
                    case REFER -> Line.of(plot.isTransfer() ? "T.202" : "T.202.PLAIN");
                    case NOTIFY -> Line.of("T.200.NOTIFY");
                    case SUBSCRIBE -> Line.of(ends ? "T.200.SUB.END" : "T.200.SUB");
                    case PUBLISH -> Line.of("T.200.PUBLISH");
                    case MESSAGE -> Line.of(s.status() == 202 ? "T.202.MSG" : "T.200.MSG");
                    case OPTIONS -> Line.of("T.200.OPT").with("sec", delay(m, sent));
                    case PRACK -> Line.of("T.200.PRACK");
                    case INFO, INVITE, ACK, REGISTER, UPDATE, OTHER -> Line.of("T.OK");
                };
        boolean unknown = s.method() == Method.OPTIONS && sent == null;
        return (unknown ? Line.of("T.OK") : line).with("exp", expiry(s));
    }

    /// Milliseconds with one decimal.
    private static String delay(CallMessage m, @Nullable CallMessage sent) {
        long nanos = sent == null ? 0 : m.seen().time() - sent.seen().time();
        long tenths = (nanos + 50_000L) / 100_000L;
        return tenths / 10 + "." + tenths % 10;
    }
}
