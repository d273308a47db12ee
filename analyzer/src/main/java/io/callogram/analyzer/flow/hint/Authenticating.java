package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
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
                CallMessage made = answer == null ? null : in.original(answer);
                in.noteOnce(
                        HintKind.CREDENTIALS_REFUSED,
                        in.at(r.sent(), made),
                        made == null ? "" : in.sender(made),
                        r.method());
            }
        }
        if (challenged) {
            rounds(in, tried);
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
                CallMessage made = in.original(answer);
                in.noteOnce(HintKind.DIGEST_WITHOUT_QOP, in.at(made), in.sender(made));
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
    static @Nullable String credentials(Sighting s, int status) {
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

    private static void rounds(Inspection in, boolean tried) {
        @Nullable Rounds[] legs = new @Nullable Rounds[in.scene.legs().size() + 1];
        for (Request r : in.scene.requests()) {
            if (r.method() == Method.CANCEL) {
                continue;
            }
            Rounds rounds = legs[r.leg()];
            if (rounds == null) {
                rounds = new Rounds(in.scene.leg(r.leg()));
                legs[r.leg()] = rounds;
            }
            rounds.add(in, r);
        }
        for (Rounds rounds : legs) {
            if (rounds != null) {
                rounds.close(in, tried);
            }
        }
    }
}
