package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A tone of the called user's choice while the phone rings (3GPP TS 24.182): early media from
/// somewhere else than where the talk is then.
final class RingbackTone implements Rule {

    private static final List<String> NAMES = List.of("crbt", "rbt", "cat", "mrf", "annc", "ring");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;

    @Override
    public List<Flow> of(Scene scene) {
        boolean rings = scene.has(180) || scene.has(183);
        boolean sounds = scene.traits().hasEarlySession() || scene.has(Mark.ALERT_INFO);
        if (!rings || !sounds) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        List<Leg> legs = scene.legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean head =
                    leg.method() == Method.INVITE
                            && scene.head(leg.number()) == leg.number()
                            && !isToneServer(leg);
            Request invite = head ? scene.attempt(leg.number()) : null;
            if (invite != null) {
                Flow flow = flow(scene, leg, invite);
                if (flow != null) {
                    flows.add(flow);
                }
            }
        }
        return flows;
    }

    private static @Nullable Flow flow(Scene scene, Leg leg, Request invite) {
        CallMessage early = EarlyMedia.first(invite);
        if (early == null) {
            return rendered(invite, draft(scene, leg));
        }
        Media tone = Streams.audio(early.seen().session());
        if (tone == null) {
            return null;
        }
        Draft draft = draft(scene, leg);
        draft.proof(early, "tone-before-answer");
        boolean session = isEarlySession(early, draft);
        if (!session) {
            draft.attribute("tone", Streams.endpoint(tone));
        }
        boolean high =
                session
                        || hasToneLeg(scene, leg, invite, tone, draft)
                        || isOtherDialog(invite, early, draft);
        Media talk = talk(scene, leg, invite, tone, draft);
        if (!high && (talk == null || !isAlerting(invite, early))) {
            return null;
        }
        if (talk != null) {
            draft.attribute("talk", Streams.endpoint(talk));
        }
        return draft.atMost(high ? Confidence.HIGH : Confidence.MEDIUM).flow();
    }

    private static Draft draft(Scene scene, Leg leg) {
        return new Draft(scene, FlowKind.RINGBACK_TONE)
                .role("A", scene.caller(leg.number()))
                .role("B", scene.callee(leg.number()));
    }

    /// The phone itself plays what Alert-Info points at (RFC 3261 §20.4).
    private static @Nullable Flow rendered(Request invite, Draft draft) {
        CallMessage ringing = invite.ringing();
        String alert = ringing == null ? null : ringing.seen().sighting().first(Mark.ALERT_INFO);
        if (ringing == null || alert == null || !isSound(alert)) {
            return null;
        }
        return draft.proof(ringing, "alert-info")
                .attribute("tone", alert)
                .atMost(Confidence.HIGH)
                .flow();
    }

    private static boolean isSound(String alert) {
        String lower = alert.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("<http:") || lower.startsWith("<https:");
        return web && (lower.contains(".wav") || lower.contains(".mp3") || lower.contains("tone"));
    }

    /// A leg to a media server that was opened after the call, whose audio is what the caller is
    /// given, and that is released when the callee answers.
    private static boolean hasToneLeg(
            Scene scene, Leg leg, Request invite, Media tone, Draft draft) {
        for (Leg other : scene.legs()) {
            Request opened =
                    other.number() == leg.number() || other.method() != Method.INVITE
                            ? null
                            : scene.attempt(other.number());
            if (opened == null || !opened.isAccepted() || opened.time() < invite.time()) {
                continue;
            }
            CallMessage answer = opened.answer();
            Request bye = bye(scene, other.number());
            Media source = answer == null ? null : Streams.audio(answer.seen().session());
            boolean released = bye == null || isReleased(scene, leg, bye);
            boolean same = Streams.isSameEndpoint(source, tone);
            if (same && (isToneServer(other) || (bye != null && released))) {
                draft.role("M", Scene.name(other.to()));
                draft.proof(opened.sent(), "tone-leg").proof(answer, "tone-leg-answered");
                if (bye != null) {
                    draft.proof(bye.sent(), "tone-leg-released");
                }
                return true;
            }
        }
        return false;
    }

    private static @Nullable Request bye(Scene scene, int leg) {
        for (Request r : scene.requests()) {
            if (r.method() == Method.BYE && r.leg() == leg) {
                return r;
            }
        }
        return null;
    }

    /// Within a moment of any answer to the call itself.
    private static boolean isReleased(Scene scene, Leg leg, Request bye) {
        for (Leg other : scene.legs()) {
            Request attempt =
                    scene.head(other.number()) == leg.number() && other.number() != bye.leg()
                            ? scene.attempt(other.number())
                            : null;
            CallMessage answer = attempt == null ? null : attempt.answer();
            if (answer != null
                    && Math.abs(bye.time() - answer.seen().time())
                            <= scene.thresholds().ringbackBye()) {
                return true;
            }
        }
        return false;
    }

    static boolean isToneServer(Leg leg) {
        return isNamed(leg.to()) || (leg.target() != null && isNamed(leg.target()));
    }

    private static boolean isNamed(Address address) {
        return hasName(address.user()) || hasName(address.host());
    }

    /// One of the words that the name is made of.
    private static boolean hasName(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                boolean fits = i - from >= SHORTEST && i - from <= LONGEST;
                if (fits && NAMES.contains(text.substring(from, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /// RFC 3959.
    private static boolean isEarlySession(CallMessage early, Draft draft) {
        String disposition = early.seen().sighting().first(Mark.CONTENT_DISPOSITION);
        boolean is = disposition != null && disposition.startsWith("early-session");
        if (is) {
            draft.attribute("model", "early-session");
        }
        return is;
    }

    /// An early dialog that sounds but never answers, beside the one that rings and does: it is the
    /// server's, because no phone's response was passed on in it.
    private static boolean isOtherDialog(Request invite, CallMessage early, Draft draft) {
        CallMessage answer = invite.answer();
        if (answer == null || !invite.isAccepted()) {
            return false;
        }
        long sounds = early.seen().sighting().toTag();
        long answers = answer.seen().sighting().toTag();
        if (sounds == answers || sounds == 0) {
            return false;
        }
        boolean rings = false;
        for (Hop hop : invite.hops()) {
            for (CallMessage m : hop.provisionals()) {
                long tag = m.seen().sighting().toTag();
                if (!hop.isOrigin() && tag == sounds) {
                    return false; // a phone's
                }
                boolean silent = !Streams.sounds(m.seen().session());
                if (hop.isOrigin() && tag == answers && !silent) {
                    return false;
                }
                rings |= hop.isOrigin() && tag == answers;
            }
        }
        if (rings) {
            draft.proof(answer, "another-dialog-answers").attribute("model", "forking");
        }
        return rings;
    }

    private static boolean isAlerting(Request invite, CallMessage early) {
        String authorised = early.seen().sighting().first(Mark.EARLY_MEDIA);
        return invite.ringing() != null || (authorised != null && authorised.startsWith("send"));
    }

    /// Where the talk is, when that is not where the tone came from; null when it is the same.
    private static @Nullable Media talk(
            Scene scene, Leg leg, Request invite, Media tone, Draft draft) {
        CallMessage answer = invite.answer();
        if (answer == null || !invite.isAccepted()) {
            return null;
        }
        Media answered = Streams.audio(answer.seen().session());
        if (answered != null && !Streams.isSameEndpoint(answered, tone)) {
            draft.proof(answer, "answer-from-elsewhere");
            return answered;
        }
        for (Agreement a : scene.agreements()) {
            long since = scene.time(a.answer()) - answer.seen().time();
            Media now = Streams.audio(a.callee());
            if (scene.dialog(a.dialog()).leg() == leg.number()
                    && since > 0
                    && since <= scene.thresholds().ringbackSwitch()
                    && now != null
                    && !Streams.isSameEndpoint(now, tone)) {
                draft.proof(a.offer(), "media-switched");
                return now;
            }
        }
        return null;
    }
}
