package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Challenges and credentials (RFC 3261 §22).
final class Authenticating {

    private Authenticating() {}

    static void inspect(Inspection in) {
        if (!in.traits.isRefused()) {
            return;
        }
        boolean challenged = false;
        boolean tried = false;
        for (Request r : in.scene.requests()) {
            int status = r.status();
            tried |= hasCredentials(r);
            if (status == 401 || status == 407) {
                challenged = true;
                weak(in, r);
            } else if (status == 403 && hasCredentials(r)) {
                CallMessage answer = r.answer();
                in.noteOnce(
                        HintKind.CREDENTIALS_REFUSED,
                        in.at(r.sent(), answer),
                        answer == null ? "" : in.sender(answer),
                        r.method());
            }
        }
        if (challenged) {
            for (Leg leg : in.scene.legs()) {
                rounds(in, leg, tried);
            }
        }
    }

    private static void weak(Inspection in, Request r) {
        CallMessage answer = r.answer();
        if (answer == null) {
            return;
        }
        for (Marked marked : answer.seen().sighting().marks()) {
            boolean challenge =
                    marked.mark() == Mark.CHALLENGE || marked.mark() == Mark.PROXY_CHALLENGE;
            if (challenge
                    && marked.value().regionMatches(true, 0, "digest", 0, 6)
                    && DigestText.parameter(marked.value(), "qop").isEmpty()
                    && isMd5(DigestText.parameter(marked.value(), "algorithm"))) {
                in.noteOnce(HintKind.DIGEST_WITHOUT_QOP, in.at(answer), in.sender(answer));
            }
        }
    }

    private static boolean isMd5(String algorithm) {
        return algorithm.isEmpty() || algorithm.equalsIgnoreCase("MD5");
    }

    private static boolean hasCredentials(Request r) {
        CallMessage sent = r.sent();
        return sent != null && credentials(sent.seen().sighting(), 0) != null;
    }

    /// Credentials with a response, for a registrar or user agent (401), a proxy (407), or either.
    private static @Nullable String credentials(Sighting s, int status) {
        for (Marked marked : s.marks()) {
            boolean fits =
                    (marked.mark() == Mark.CREDENTIALS && status != 407)
                            || (marked.mark() == Mark.PROXY_CREDENTIALS && status != 401);
            // An empty response announces a user without proving anything (3GPP TS 24.229 §5.1.1).
            if (fits && !marked.value().contains("response=\"\"")) {
                return marked.value();
            }
        }
        return null;
    }

    /// @param tried credentials were sent somewhere in the call, perhaps under another Call-ID
    private static void rounds(Inspection in, Leg leg, boolean tried) {
        String nonce = "";
        Request last = null;
        boolean rejected = false;
        List<CallMessage> challenges = new ArrayList<>(2);
        for (Request r : in.scene.requests()) {
            if (r.leg() != leg.number() || r.method() == Method.CANCEL) {
                continue;
            }
            CallMessage answer = r.answer();
            if (answer == null || (r.status() != 401 && r.status() != 407)) {
                report(in, leg, challenges, rejected);
                challenges.clear();
                rejected = false;
                // One that was good before was refused for its age.
                nonce = "";
                last = null;
                continue;
            }
            String stale = challenge(answer, "stale");
            rejected |= isRejected(r, nonce) && !stale.equalsIgnoreCase("true");
            nonce = challenge(answer, "nonce");
            challenges.add(answer);
            last = r;
        }
        report(in, leg, challenges, rejected);
        abandoned(in, last, tried);
    }

    /// Whether the credentials answered the challenge before: others only had an old nonce.
    private static boolean isRejected(Request r, String nonce) {
        CallMessage sent = r.sent();
        String given = sent == null ? null : credentials(sent.seen().sighting(), r.status());
        return given != null
                && !nonce.isEmpty()
                && DigestText.parameter(given, "nonce").equals(nonce);
    }

    private static String challenge(CallMessage answer, String parameter) {
        for (Marked marked : answer.seen().sighting().marks()) {
            if (marked.mark() == Mark.CHALLENGE || marked.mark() == Mark.PROXY_CHALLENGE) {
                return DigestText.parameter(marked.value(), parameter);
            }
        }
        return "";
    }

    private static void report(
            Inspection in, Leg leg, List<CallMessage> challenges, boolean rejected) {
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

    private static void abandoned(Inspection in, @Nullable Request last, boolean tried) {
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
