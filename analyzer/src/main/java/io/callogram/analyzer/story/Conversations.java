package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who talks with whom from when on: answers, holds, transfers, releases.
final class Conversations {

    /// @param message after which it takes place
    /// @param held what was settled; null for a beginning or an end
    private record Turn(int message, CallDialog dialog, boolean begins, @Nullable Agreement held) {}

    private final Plot plot;
    private final Words words;
    private final Milestones milestones;
    private final Pairs pairs;
    private final Transfers transfers;
    private final Set<Integer> heads = new HashSet<>();
    private boolean mixed;

    Conversations(Plot plot, Words words, Milestones milestones) {
        this.plot = plot;
        this.words = words;
        this.milestones = milestones;
        this.pairs = new Pairs(plot);
        this.transfers = new Transfers(plot, words, pairs);
    }

    void tell() {
        List<Turn> turns = new ArrayList<>();
        for (CallDialog d : plot.call().dialogs()) {
            if (isConversation(d)) {
                heads.add(plot.scene().head(d.leg()));
                turns.add(new Turn(begin(d), d, true, null));
                if (d.ended() != 0) {
                    turns.add(new Turn(pairs.end(d), d, false, null));
                }
            }
        }
        for (Agreement a : plot.scene().agreements()) {
            boolean matters =
                    switch (a.change()) {
                        case HOLD, RESUME, FAX -> true;
                        case SET_UP, REFRESH, MODIFY -> false;
                    };
            if (matters) {
                turns.add(new Turn(settled(a), plot.scene().dialog(a.dialog()), false, a));
            }
        }
        turns.sort(Comparator.comparingInt(Turn::message));
        for (Turn turn : turns) {
            tell(turn);
        }
        if (!pairs.open().isEmpty()) {
            milestones.add(plot.call().messages().size(), plot.open());
        }
    }

    private boolean isConversation(CallDialog d) {
        return d.confirmed() != 0 && plot.scene().leg(d.leg()).method() == Method.INVITE
                || d.startUnseen() && isTalk(d);
    }

    /// Of what began unseen, a BYE or an agreement shows that it is a conversation.
    private boolean isTalk(CallDialog d) {
        if (d.confirmed() == 0) {
            return false;
        }
        Method method = said(plot.scene().message(d.confirmed())).method();
        return switch (method) {
            case INVITE, ACK, BYE, UPDATE, INFO, REFER -> true;
            default -> false;
        };
    }

    /// After the last hop of the ACK, or of the answer where no ACK was seen.
    private int begin(CallDialog d) {
        if (d.startUnseen()) {
            return 0;
        }
        Request invite = plot.scene().request(plot.scene().message(d.confirmed()));
        int last = 0;
        if (invite != null) {
            for (CallMessage ack : invite.acks()) {
                last = ack.dialog() == d.number() ? Math.max(last, ack.number()) : last;
            }
        }
        return last != 0 ? last : lastAnswer(d);
    }

    private int lastAnswer(CallDialog d) {
        int last = d.confirmed();
        for (CallMessage m : plot.call().messages()) {
            last = plot.root(m).number() == d.confirmed() ? m.number() : last;
        }
        return last;
    }

    private int settled(Agreement a) {
        int last = plot.lastHop(plot.scene().message(a.answer()));
        for (CallMessage ack : a.request().acks()) {
            last = Math.max(last, ack.number());
        }
        return last;
    }

    private void tell(Turn turn) {
        Agreement held = turn.held();
        if (held != null) {
            changed(turn, held);
        } else if (turn.begins()) {
            began(turn);
        } else {
            ended(turn);
        }
    }

    private void began(Turn turn) {
        CallDialog d = turn.dialog();
        boolean again = pairs.hasOther(d);
        pairs.begin(d);
        Pairs.Pair pair = pairs.ends(d);
        if (pair == null || again) {
            return;
        }
        pairs.remember(d, pair);
        if (d.startUnseen()) {
            milestones.add(plot.scene().leg(d.leg()).first() - 1, of("M.MIDCALL", pair, d));
            return;
        }
        Request invite = plot.scene().request(plot.scene().message(d.confirmed()));
        if (invite != null && invite.cancel() == null) {
            milestones.add(turn.message(), begun(d, pair, invite));
        }
        Line transferred = transfers.completed(d);
        if (transferred != null) {
            milestones.add(turn.message(), transferred);
        }
    }

    private Line begun(CallDialog d, Pairs.Pair pair, Request invite) {
        CallMessage sent = invite.sent();
        String replaces = sent == null ? null : said(sent).first(Mark.REPLACES);
        if (replaces != null && sent != null) {
            Replaced replaced = Replaced.named(plot, replaces, sent.number());
            CallDialog ringing = replaced.dialog();
            if (replaced.isEarly()
                    && ringing != null
                    && said(sent).first(Mark.REFERRED_BY) == null) {
                return Line.of("M.PICKUP")
                        .with("A", name(d.calleeNode(), d))
                        .with("B", name(d.callerNode(), d))
                        .with("C", name(ringing.calleeNode(), ringing));
            }
        }
        MediaPeriod media = pairs.media(d);
        if (media == null) {
            return of(isUnanswered(invite) ? "M.ANSWERED.NOSDP" : "M.ANSWERED", pair, d);
        }
        if (media.directions() != MediaPeriod.Directions.BOTH) {
            return of("M.ONEWAY", pair, d);
        }
        return of(invite.acks().isEmpty() ? "M.TALK.NOACK" : "M.TALK", pair, d);
    }

    /// RFC 3261 §13.2.1: the answer is due in the 2xx, unless a reliable response had it.
    private static boolean isUnanswered(Request invite) {
        CallMessage offer = invite.sent();
        CallMessage answer = invite.answer();
        if (offer == null || offer.seen().session() == null || answer == null) {
            return false;
        }
        for (Hop hop : invite.hops()) {
            for (CallMessage m : hop.provisionals()) {
                if (m.seen().session() != null && said(m).first(Mark.RSEQ) != null) {
                    return false;
                }
            }
        }
        Sighting s = said(answer);
        return s.isSuccess() && s.bodyLength() == 0 && s.where().isWhole();
    }

    private Line of(String key, Pairs.Pair pair, CallDialog d) {
        return Line.of(key).with("A", name(pair.a(), d)).with("B", name(pair.b(), d));
    }

    /// Whoever stands behind a proxy when only one of its hops was captured goes by the number that
    /// was dialled.
    private String name(int node, CallDialog d) {
        boolean server = node >= 0 && !plot.isAgent(node) && !plot.isB2bua(node);
        return server ? plot.end(d, node, words) : words.node(node);
    }

    private void changed(Turn turn, Agreement a) {
        CallDialog d = turn.dialog();
        Pairs.Pair pair = pairs.ends(d);
        if (pair == null || !pairs.isOpen(d)) {
            return;
        }
        int holder = a.byCaller() ? d.callerNode() : d.calleeNode();
        if (pair.isMiddle(holder)) {
            return;
        }
        Line line =
                switch (a.change()) {
                    case FAX -> isFax(a) ? of("M.FAX", pair, d) : of("M.TALK.AGAIN", pair, d);
                    default -> a.isHeld() ? held(a, d, pair) : resumed(turn, d, pair);
                };
        milestones.add(turn.message(), line);
    }

    private static boolean isFax(Agreement a) {
        return Changes.isFax(a.caller()) && Changes.isFax(a.callee());
    }

    private Line held(Agreement a, CallDialog d, Pairs.Pair pair) {
        if (a.heldByCaller() && a.heldByCallee()) {
            return of("M.HELD.BOTH", pair, d);
        }
        int holder = a.heldByCaller() ? d.callerNode() : d.calleeNode();
        return Line.of("M.HELD").with("A", name(holder, d)).with("B", name(pair.other(holder), d));
    }

    private Line resumed(Turn turn, CallDialog d, Pairs.Pair pair) {
        Flow mixing = plot.flow(FlowKind.THREE_WAY);
        CallDialog beside = mixing == null ? null : pairs.talkingBeside(d, turn.message());
        Pairs.Pair other = beside == null ? null : pairs.ends(beside);
        if (mixing == null || beside == null || other == null || mixed) {
            return of("M.TALK.AGAIN", pair, d);
        }
        mixed = true;
        int common = pair.common(other);
        boolean sure = mixing.confidence() == Confidence.HIGH;
        return Line.of(sure ? "M.3WAY" : "M.3WAY.MAYBE")
                .with("A", words.node(common))
                .with("B", name(other.other(common), beside))
                .with("C", name(pair.other(common), d));
    }

    private void ended(Turn turn) {
        CallDialog d = turn.dialog();
        boolean told = pairs.isOpen(d);
        Pairs.Pair pair = pairs.last(d);
        pairs.close(d);
        Line transferred = told ? transfers.completed(null) : null;
        if (transferred != null) {
            milestones.add(turn.message(), transferred);
            return;
        }
        Line after = told ? transfers.ended(d) : null;
        if (after != null) {
            milestones.add(turn.message(), after);
            return;
        }
        if (!told || pair == null || pairs.endsLater(d) || transfers.isLeft(pair, d)) {
            return;
        }
        milestones.add(turn.message(), over(d, pair));
    }

    private Line over(CallDialog d, Pairs.Pair pair) {
        int who = pairs.releaser(d);
        if (who < 0) {
            return of("M.GONE", pair, d);
        }
        boolean only = pairs.open().isEmpty() && heads.size() == 1;
        return of(only ? "M.END" : "M.END.PAIR", pair, d).with("who", name(who, d));
    }
}
