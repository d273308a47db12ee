package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Challenges in a row within one leg.
final class Rounds {

    private final Leg leg;
    private final List<CallMessage> challenges = new ArrayList<>(2);
    private String nonce = "";
    private boolean rejected;
    private @Nullable Request last;

    Rounds(Leg leg) {
        this.leg = leg;
    }

    void add(Inspection in, Request r) {
        CallMessage answer = r.answer();
        if (answer == null || (r.status() != 401 && r.status() != 407)) {
            report(in);
            challenges.clear();
            rejected = false;
            // One that was good before is refused for its age.
            nonce = "";
            last = null;
            return;
        }
        rejected |= isRejected(r, answer);
        nonce = challenge(answer, "nonce");
        challenges.add(answer);
        last = r;
    }

    /// Whether the credentials were for the challenge before and this one is of the same realm:
    /// others only had an old nonce, or satisfied another server on the way.
    private boolean isRejected(Request r, CallMessage answer) {
        CallMessage sent = r.sent();
        String given =
                sent == null
                        ? null
                        : Authenticating.credentials(sent.seen().sighting(), r.status());
        return given != null
                && !nonce.isEmpty()
                && DigestText.parameter(given, "nonce").equals(nonce)
                && DigestText.parameter(given, "realm").equals(challenge(answer, "realm"))
                && !challenge(answer, "stale").equalsIgnoreCase("true");
    }

    private static String challenge(CallMessage answer, String parameter) {
        for (Marked marked : answer.seen().sighting().marks()) {
            if (marked.mark() == Mark.CHALLENGE || marked.mark() == Mark.PROXY_CHALLENGE) {
                return DigestText.parameter(marked.value(), parameter);
            }
        }
        return "";
    }

    private void report(Inspection in) {
        if (rejected) {
            String stale = challenge(challenges.getLast(), "stale");
            in.note(
                    HintKind.AUTH_LOOP,
                    in.at(challenges),
                    challenges.size(),
                    stale.isEmpty() ? "false" : stale,
                    Scene.name(leg.from()));
        }
    }

    /// @param tried credentials were sent somewhere in the call, perhaps under another Call-ID
    void close(Inspection in, boolean tried) {
        report(in);
        CallMessage answer = last == null ? null : last.answer();
        if (last == null
                || answer == null
                || tried
                || last.method() == Method.OPTIONS
                || !in.isWatched(answer, in.limits.authWait())) {
            return;
        }
        in.note(
                HintKind.CHALLENGE_UNANSWERED,
                in.at(answer),
                in.receiver(answer),
                last.method(),
                last.status());
    }
}
