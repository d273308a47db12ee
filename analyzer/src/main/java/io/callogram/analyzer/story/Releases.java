package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells BYEs (RFC 3261 §15).
final class Releases {

    private final Plot plot;
    private final Words words;

    Releases(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        return line(m).with("cause", words.cause(s))
                .with("cseq", Long.toString(s.cseq()))
                .with("peer", plot.peerName(m, words))
                .proof(Words.header(s, Mark.REASON));
    }

    private Line line(CallMessage m) {
        if (m.forwardOf() != 0) {
            return Line.of("T.BYE.FWD");
        }
        CallDialog dialog = plot.dialog(m);
        if (dialog == null) {
            return Line.of("T.BYE.UNSEEN");
        }
        if (isRetry(m)) {
            return Line.of("T.REQ.AUTH");
        }
        if (plot.flow(FlowKind.RINGBACK_TONE, m.number()) != null && plot.isB2bua(m.fromNode())) {
            return Line.of("T.MLEG.BYE");
        }
        if (plot.inspiration(m) != null) {
            return Line.of("T.REQ.B2B");
        }
        if (dialog.confirmed() == 0 || dialog.confirmed() > m.number()) {
            boolean called = !plot.scene().isByCaller(m);
            String early = called ? "T.BYE.EARLY.CALLED" : "T.BYE.EARLY";
            return Line.of(dialog.startUnseen() ? "T.BYE.UNSEEN" : early);
        }
        int again = earlier(m, true);
        if (again != 0) {
            return Line.of("T.BYE.AGAIN").with("other", again);
        }
        int crossing = earlier(m, false);
        if (crossing != 0) {
            return Line.of("T.BYE.CROSS").with("other", crossing);
        }
        Line special = special(m, dialog);
        return special == null ? plain(m, dialog) : special;
    }

    private @Nullable Line special(CallMessage m, CallDialog dialog) {
        if ("replaced".equals(dialog.cause()) && dialog.ended() == m.number()) {
            return Line.of("T.BYE.REPLACED");
        }
        if (isOtherFork(dialog, m.number())) {
            return Line.of("T.BYE.FORK");
        }
        CallMessage refer = plot.isTransfer() ? refer(m) : null;
        if (refer != null) {
            boolean own = refer.fromNode() == m.fromNode();
            return Line.of(own ? "T.BYE.XFER" : "T.BYE.XFER.PEER");
        }
        Request invite = invite(dialog);
        if (invite != null && invite.cancel() != null && invite.isAccepted()) {
            return Line.of("T.BYE.LATE");
        }
        if (invite != null
                && invite.acks().isEmpty()
                && repeated(invite)
                && !dialog.startUnseen()) {
            return Line.of("T.BYE.NOACK").with("sec", since(m, dialog));
        }
        return null;
    }

    private Line plain(CallMessage m, CallDialog dialog) {
        if (dialog.startUnseen()) {
            return Line.of("T.BYE.UNSEEN");
        }
        Agreement last = plot.before(m);
        boolean held =
                last != null
                        && (plot.scene().isByCaller(m) ? last.heldByCallee() : last.heldByCaller());
        if (m.seen().time() < plot.scene().time(dialog.confirmed())) {
            return Line.of("T.BYE.UNTIMED");
        }
        String agent = held ? "T.BYE.HELD" : wasHeld(m) ? "T.BYE.LASTED" : "T.BYE";
        boolean ofAgent = plot.isAgent(m.fromNode()) || said(m).vias() > 1;
        String key = ofAgent ? agent : "T.BYE.SERVER";
        return Line.of(key).with("sec", since(m, dialog)).why("T.BYE.why");
    }

    private boolean wasHeld(CallMessage m) {
        for (Agreement agreement : plot.scene().agreements()) {
            if (agreement.dialog() == m.dialog()
                    && agreement.isHeld()
                    && agreement.answer() < m.number()) {
                return true;
            }
        }
        return false;
    }

    private String since(CallMessage m, CallDialog dialog) {
        return words.seconds(m.seen().time() - plot.scene().time(dialog.confirmed()));
    }

    private boolean isRetry(CallMessage m) {
        Sighting s = said(m);
        if (s.first(Mark.CREDENTIALS) == null && s.first(Mark.PROXY_CREDENTIALS) == null) {
            return false;
        }
        for (int i = m.number() - 1; i > 0; i--) {
            CallMessage earlier = plot.scene().message(i);
            Sighting e = said(earlier);
            if (e.method() == Method.BYE
                    && earlier.dialog() == m.dialog()
                    && (e.status() == 401 || e.status() == 407)
                    && earlier.toNode() == m.fromNode()) {
                return true;
            }
        }
        return false;
    }

    /// Number of an earlier BYE in the same dialog, by the same side or by the other; 0 without
    /// one.
    private int earlier(CallMessage m, boolean same) {
        for (int i = m.number() - 1; i > 0; i--) {
            CallMessage other = plot.scene().message(i);
            if (said(other).method() == Method.BYE
                    && said(other).isRequest()
                    && other.dialog() == m.dialog()
                    && other.forwardOf() == 0
                    && (said(other).fromTag() == said(m).fromTag()) == same) {
                return other.number();
            }
        }
        return 0;
    }

    /// Another phone accepted the same INVITE, and its dialog goes on.
    private boolean isOtherFork(CallDialog dialog, int message) {
        for (CallDialog other : plot.call().dialogs()) {
            if (other.number() != dialog.number()
                    && other.leg() == dialog.leg()
                    && other.confirmed() != 0
                    && other.confirmed() < message
                    && (other.ended() == 0 || other.ended() > message)) {
                return true;
            }
        }
        return false;
    }

    /// The accepted REFER in the same dialog after which a new call came about.
    private @Nullable CallMessage refer(CallMessage m) {
        for (Request request : plot.scene().requests()) {
            CallMessage sent = request.sent();
            if (request.method() == Method.REFER
                    && request.dialog() == m.dialog()
                    && sent != null
                    && sent.number() < m.number()
                    && request.isAccepted()
                    && isFollowed(sent, m.number())) {
                return sent;
            }
        }
        return null;
    }

    private boolean isFollowed(CallMessage refer, int until) {
        for (CallDialog d : plot.call().dialogs()) {
            if (d.leg() != refer.leg() && d.confirmed() > refer.number() && d.confirmed() < until) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Request invite(CallDialog dialog) {
        Request attempt = plot.scene().attempt(dialog.leg());
        return attempt != null && attempt.method() == Method.INVITE ? attempt : null;
    }

    private static boolean repeated(Request invite) {
        CallMessage answer = invite.answer();
        return answer != null && answer.repeats().size() > 1;
    }

    /// What a CANCEL's Reason says: the call was taken elsewhere (RFC 3326 §3.1).
    static boolean saysElsewhere(Sighting s) {
        String reason = s.first(Mark.REASON);
        return reason != null
                && reason.regionMatches(true, 0, "SIP", 0, 3)
                && HeaderText.parameter(reason, "cause").equals("200");
    }
}
