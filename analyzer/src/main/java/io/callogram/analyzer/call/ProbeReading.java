package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Reads from a leg's messages, one after the other, whether it is a try of a scanner.
final class ProbeReading {

    /// So many refused credentials of one user.
    static final int GUESSES = 10;

    /// Within this time.
    static final long WINDOW = 60_000_000_000L;

    private final Method method;
    private boolean marked;
    private boolean credentials;
    private boolean guessing;
    private boolean forwarded;
    private boolean reached;
    private int requests;
    private int responses;
    private int status;
    private int guesses;
    private long @Nullable [] guessed;

    ProbeReading(Method method) {
        this.method = method;
    }

    void request(LegMessage m, Sighting s) {
        requests += 1 + m.repeats().size();
        if (!m.atOrigin() || s.method() != method) {
            return;
        }
        forwarded |= s.vias() > 1;
        credentials |= isSigned(s);
        marked = marked || isTool(s.first(Mark.AGENT)) || isTool(s.from().display());
    }

    void response(Sighting s) {
        responses++;
        reached |= s.status() > 100 && s.status() < 300;
        if (!s.isFinal() || s.method() != method) {
            return;
        }
        status = s.status();
        // A new challenge is no verdict: some phones answer each with the same wrong password.
        if (credentials && method == Method.REGISTER && status == 403) {
            guessed(s.time());
        }
    }

    /// Keeps the times of the last so many.
    private void guessed(long time) {
        if (guessed == null) {
            guessed = new long[GUESSES];
        }
        guessed[guesses % GUESSES] = time;
        guesses++;
        guessing |= guesses >= GUESSES && time - guessed[guesses % GUESSES] <= WINDOW;
    }

    Probing conclusion() {
        boolean probes =
                method == Method.REGISTER || method == Method.INVITE || method == Method.OPTIONS;
        if (!probes) {
            return Probing.NONE;
        }
        if (marked) {
            return Probing.MARKED;
        }
        if (reached || forwarded) {
            return Probing.NONE;
        }
        if (credentials) {
            boolean refused = method == Method.REGISTER && isRefused();
            return guessing ? Probing.GUESSING : refused ? Probing.GUESS : Probing.NONE;
        }
        boolean silent = responses == 0 && requests == 1;
        return isRefused() || silent ? Probing.FAILED : Probing.NONE;
    }

    private boolean isRefused() {
        return isRefusal(status);
    }

    /// What scanners are told: who are you, go away, nobody here.
    static boolean isRefusal(int status) {
        return status == 401 || status == 403 || status == 404 || status == 407;
    }

    /// The empty response of an IMS terminal is none (3GPP TS 24.229 §5.1.1).
    private static boolean isSigned(Sighting s) {
        String own = s.first(Mark.CREDENTIALS);
        String proxy = s.first(Mark.PROXY_CREDENTIALS);
        String value = own == null ? proxy : own;
        return value != null && !value.contains("response=\"\"");
    }

    private static boolean isTool(@Nullable String name) {
        return name != null && SoftwareNames.SCANNERS.areIn(name);
    }
}
