package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One thing that a phone asked of its registrar, with the repetitions that challenges, brief
/// intervals and redirections made necessary (RFC 3261 §8.1.3.5, §10.2.7, §10.2.8).
record Round(Intent intent, List<Request> requests) {

    enum Intent {
        BIND,
        REMOVE,
        FETCH;

        String slug() {
            return switch (this) {
                case BIND -> "register";
                case REMOVE -> "deregister";
                case FETCH -> "fetch";
            };
        }
    }

    static List<Round> of(Scene scene, List<Request> requests) {
        List<Round> rounds = new ArrayList<>(1);
        for (Request request : requests) {
            Round last = rounds.isEmpty() ? null : rounds.getLast();
            if (last != null && last.isContinuedBy(request, scene)) {
                last.requests().add(request);
            } else {
                List<Request> begun = new ArrayList<>(2);
                begun.add(request);
                rounds.add(new Round(intent(request.sighting()), begun));
            }
        }
        return rounds;
    }

    /// A contact's own expiry goes before the header field (§10.2.1.1); the sighting holds what
    /// came of it.
    private static Intent intent(Sighting s) {
        if (s.contacts() == 0) {
            return Intent.FETCH;
        }
        return s.expires() == 0 ? Intent.REMOVE : Intent.BIND;
    }

    private boolean isContinuedBy(Request next, Scene scene) {
        return isRepeatable(status())
                && intent(next.sighting()) == intent
                && next.time() - last().time() <= scene.thresholds().challengeRetry();
    }

    private static boolean isRepeatable(int status) {
        return status == 401 || status == 407 || status == 423 || status / 100 == 3;
    }

    Request first() {
        return requests.getFirst();
    }

    Request last() {
        return requests.getLast();
    }

    int status() {
        return last().status();
    }

    boolean isAccepted() {
        return last().isAccepted();
    }

    boolean isRefused() {
        return status() >= 300;
    }

    boolean isChallenge() {
        return isChallenge(status());
    }

    private static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    int challenges() {
        int challenges = 0;
        for (Request request : requests) {
            challenges += isChallenge(request.status()) ? 1 : 0;
        }
        return challenges;
    }

    /// How often credentials were answered by a new challenge that does not call them stale
    /// (§22.4).
    int credentialsRefused() {
        int refused = 0;
        for (Request request : requests) {
            if (isChallenge(request.status()) && hasCredentials(request) && !isStale(request)) {
                refused++;
            }
        }
        return refused;
    }

    /// Every request and every final response was captured.
    boolean isWhole() {
        for (Request request : requests) {
            if (request.sent() == null || (request.answer() == null && request != last())) {
                return false;
            }
        }
        return true;
    }

    boolean beginsWithCredentials() {
        return hasCredentials(first());
    }

    boolean endsWithCredentials() {
        return hasCredentials(last());
    }

    /// One contact is removed while another is bound.
    boolean removesSome() {
        Sighting s = last().sighting();
        return s.smallestExpires() == 0 && s.expires() > 0;
    }

    /// An empty response, as the first REGISTER of IMS has it, is none (3GPP TS 24.229 §5.1.1.2).
    static boolean hasCredentials(Request request) {
        Sighting s = request.sighting();
        for (Marked marked : s.marks()) {
            if ((marked.mark() == Mark.CREDENTIALS || marked.mark() == Mark.PROXY_CREDENTIALS)
                    && !marked.value().contains("response=\"\"")) {
                return s.isRequest();
            }
        }
        return false;
    }

    private static boolean isStale(Request request) {
        if (request.answer() == null) {
            return false;
        }
        for (Marked marked : request.answer().seen().sighting().marks()) {
            if ((marked.mark() == Mark.CHALLENGE || marked.mark() == Mark.PROXY_CHALLENGE)
                    && marked.value().toLowerCase(Locale.ROOT).contains("stale=true")) {
                return true;
            }
        }
        return false;
    }
}
