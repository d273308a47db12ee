package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Result;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import org.jspecify.annotations.Nullable;

/// Calls that nobody answered, and calls that wait.
final class Attempts {

    private final Plot plot;
    private final Words words;
    private final Milestones milestones;

    Attempts(Plot plot, Words words, Milestones milestones) {
        this.plot = plot;
        this.words = words;
        this.milestones = milestones;
    }

    void tell() {
        for (Leg leg : plot.scene().legs()) {
            Request attempt = plot.scene().attempt(leg.number());
            boolean head = plot.scene().head(leg.number()) == leg.number();
            if (attempt == null || !head || attempt.method() != Method.INVITE) {
                continue;
            }
            waiting(leg, attempt);
            if (!attempt.isAccepted() && !isFollowed(leg.number())) {
                Line line = failed(leg, attempt);
                if (line != null) {
                    milestones.add(last(attempt), line);
                }
            }
        }
    }

    private void waiting(Leg leg, Request attempt) {
        Link link = leg.link();
        if (link == null || !link.kind().equals("call-waiting")) {
            return;
        }
        for (int status : new int[] {182, 180}) {
            CallMessage shown = attempt.provisional(status);
            if (shown != null) {
                int phone = plot.root(shown).fromNode();
                milestones.add(
                        plot.lastHop(shown),
                        Line.of("M.WAIT")
                                .with("A", words.node(phone))
                                .with("C", words.name(leg.from())));
                return;
            }
        }
    }

    private boolean isFollowed(int leg) {
        for (Leg other : plot.scene().legs()) {
            Link link = other.link();
            if (link != null && link.toLeg() == leg && link.kind().equals("re-submission")) {
                return true;
            }
        }
        return false;
    }

    /// Number of the last message about an INVITE, its CANCEL and ACKs.
    private int last(Request attempt) {
        long cseq = attempt.sighting().cseq();
        int last = attempt.first().number();
        for (CallMessage m : plot.call().messages()) {
            boolean same = m.leg() == attempt.leg() && said(m).cseq() == cseq;
            boolean about =
                    switch (said(m).method()) {
                        case INVITE, CANCEL, ACK ->
                                said(m).fromTag() == attempt.sighting().fromTag();
                        default -> false;
                    };
            last = same && about ? m.number() : last;
        }
        return last;
    }

    private @Nullable Line failed(Leg leg, Request attempt) {
        if (plot.pickup(leg.number()) != null) {
            return null;
        }
        CallMessage cancel = attempt.cancel();
        if (cancel != null && Releases.saysElsewhere(said(cancel))) {
            return Line.of("M.ELSEWHERE");
        }
        if (leg.number() == plot.scene().decisiveLeg()) {
            return result(plot.call().result(), attempt);
        }
        int status = attempt.status();
        if (status == 0 && attempt.cancel() == null) {
            return null;
        }
        Link link = leg.link();
        boolean transfer = link != null && link.kind().equals("refer") || isReferred(attempt);
        if (transfer) {
            return Line.of("M.XFER.FAIL")
                    .with("C", words.name(leg.to()))
                    .with("code", words.code(status));
        }
        String key =
                switch (status) {
                    case 487 -> isHungUp(leg) ? "M.ATTEMPT.FAILED" : "M.ATTEMPT.CANCELLED";
                    case 0 -> "M.ATTEMPT.CANCELLED";
                    case 486, 600 -> "M.ATTEMPT.BUSY";
                    default -> "M.ATTEMPT.FAILED";
                };
        return Line.of(key)
                .with("A", words.name(leg.from()))
                .with("B", words.name(leg.to()))
                .with("code", words.code(status));
    }

    /// The called side ended its early dialog itself.
    private boolean isHungUp(Leg leg) {
        for (CallDialog d : plot.scene().dialogs(leg.number())) {
            if (d.confirmed() == 0 && d.endedBy() == Ended.CALLEE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReferred(Request attempt) {
        return attempt.sighting().first(Mark.REFERRED_BY) != null;
    }

    private @Nullable Line result(Result result, Request attempt) {
        Outcome outcome = result.outcome();
        String code = result.code() == 0 ? "" : words.code(result.code());
        return switch (outcome) {
            case BUSY -> Line.of("M.BUSY");
            case NO_ANSWER -> unanswered();
            case CANCELLED -> Line.of("M.CANCELLED");
            case REJECTED ->
                    Line.of(result.code() == 487 ? "M.REJECTED.BYE" : "M.REJECTED")
                            .with("code", code);
            case REDIRECTED ->
                    Line.of(isPointed(attempt) ? "M.REDIRECTED" : "M.REDIRECTED.NOWHERE");
            case FAILED ->
                    result.code() == 0
                            ? Line.of("M.SILENT").with("method", attempt.method().name())
                            : Line.of("M.FAILED").with("code", code);
            case IN_PROGRESS -> plot.open();
            case ANSWERED, OK -> null;
        };
    }

    /// A Contact says where to (RFC 3261 §21.3), or may have been cut off.
    private static boolean isPointed(Request attempt) {
        CallMessage moved = attempt.answer();
        return moved == null || said(moved).contacts() > 0 || !said(moved).where().isWhole();
    }

    private Line unanswered() {
        long ring = plot.call().times().ring();
        return ring < 0
                ? Line.of("M.NOANS.UNSEEN")
                : Line.of("M.NOANS").with("sec", words.seconds(ring));
    }
}
