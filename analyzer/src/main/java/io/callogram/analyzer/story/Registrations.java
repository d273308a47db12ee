package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells REGISTERs and their answers (RFC 3261 §10).
final class Registrations {

    private final Plot plot;
    private final Words words;

    Registrations(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        if (m.forwardOf() != 0) {
            return Line.of("T.REQ.FWD");
        }
        return line(m, s)
                .with("aor", words.account(s.to()))
                .with("contact", words.contact(s.contact()))
                .with("exp", wanted(s))
                .with("cseq", Long.toString(s.cseq()));
    }

    private String wanted(Sighting s) {
        return s.expires() < 0
                ? words.phrase("X.EXP.DEFAULT")
                : words.phrase("X.EXP", "exp", Integer.toString(s.expires()));
    }

    static boolean isRemoval(Sighting s) {
        return s.contacts() != 0 && s.expires() == 0;
    }

    /// An empty response is no credentials, only a name (3GPP TS 24.229 §5.1.1.2).
    static boolean hasCredentials(Sighting s) {
        String own = s.first(Mark.CREDENTIALS);
        String proxy = s.first(Mark.PROXY_CREDENTIALS);
        return (own != null && !own.contains("response=\"\""))
                || (proxy != null && !proxy.contains("response=\"\""));
    }

    private Line line(CallMessage m, Sighting s) {
        Request before = before(m);
        int status = before == null ? 0 : before.status();
        boolean challenged = status == 401 || status == 407;
        if (isRemoval(s)) {
            return challenged && hasCredentials(s) ? Line.of("T.DEREG.2") : removal(s);
        }
        if (s.contacts() == 0) {
            return Line.of("T.REG.FETCH");
        }
        if (challenged && hasCredentials(s)) {
            return Line.of("T.REG.2");
        }
        if (before != null && status / 100 == 2 && !isRemoval(before.sighting())) {
            return Line.of("T.REG.AGAIN");
        }
        if (before != null && status >= 300) {
            return Line.of("T.REG.RETRY").with("code", words.code(status));
        }
        if (!s.from().user().equals(s.to().user())) {
            return Line.of("T.REG.THIRD");
        }
        return Line.of(hasCredentials(s) ? "T.REG.PRE" : "T.REG.1");
    }

    private Line removal(Sighting s) {
        String scope =
                s.contacts() < 0
                        ? words.phrase("X.DEREG.ALL", "aor", words.account(s.to()))
                        : words.phrase(
                                "X.DEREG.ONE",
                                Map.of(
                                        "contact", words.contact(s.contact()),
                                        "aor", words.account(s.to())));
        return Line.of("T.DEREG").with("scope", scope);
    }

    /// The REGISTER of the same account before this one.
    private @Nullable Request before(CallMessage m) {
        Request before = null;
        for (Request request : plot.scene().requests()) {
            if (request.first().number() >= m.number()) {
                break;
            }
            boolean same =
                    request.method() == Method.REGISTER
                            && request.leg() == m.leg()
                            && request.sighting().to().equals(said(m).to());
            before = same ? request : before;
        }
        return before;
    }

    Line answer(CallMessage m) {
        Sighting s = said(m);
        CallMessage sent = sent(m);
        if (s.status() == 401 || s.status() == 407) {
            return challenge(s, sent);
        }
        if (s.status() >= 300) {
            return Line.of(s.status() == 423 ? "T.REG.423" : "T.REG.FAIL");
        }
        if (sent != null && isRemoval(said(sent))) {
            String left =
                    s.contacts() <= 0
                            ? words.phrase("X.LEFT.NONE")
                            : words.phrase("X.LEFT.SOME", "bindings", bindings(s));
            return Line.of("T.DEREG.200").with("left", left);
        }
        if (sent != null && said(sent).contacts() == 0) {
            return Line.of("T.REG.200.FETCH").with("bindings", bindings(s));
        }
        if (s.contacts() <= 0 || s.expires() < 0) {
            return Line.of("T.REG.200.PLAIN");
        }
        boolean open = sent != null && !hasCredentials(said(sent));
        return Line.of(open ? "T.REG.200.OPEN" : "T.REG.200")
                .with("exp", s.expires())
                .with("bindings", bindings(s));
    }

    private @Nullable CallMessage sent(CallMessage m) {
        Request request = plot.scene().request(m);
        return request == null ? null : request.sent();
    }

    private String bindings(Sighting s) {
        String first = words.contact(s.contact());
        if (s.contacts() <= 0) {
            return words.phrase("X.LEFT.NONE");
        }
        return s.contacts() == 1
                ? first
                : words.phrase(
                        "X.BINDINGS",
                        Map.of("contact", first, "n", Integer.toString(s.contacts() - 1)));
    }

    private Line challenge(Sighting s, @Nullable CallMessage sent) {
        String header = s.first(Mark.CHALLENGE);
        Mark mark = header == null ? Mark.PROXY_CHALLENGE : Mark.CHALLENGE;
        String value = header == null ? s.first(Mark.PROXY_CHALLENGE) : header;
        String algorithm = value == null ? "" : Challenges.parameter(value, "algorithm");
        boolean stale =
                value != null && Challenges.parameter(value, "stale").equalsIgnoreCase("true");
        boolean again = sent != null && hasCredentials(said(sent));
        String key = again ? stale ? "T.401.STALE" : "T.401.AGAIN" : "T.401";
        Line line = s.status() == 407 && !again ? Line.of("T.407") : Line.of(key);
        return line.with("alg", algorithm.isEmpty() ? "MD5" : Words.safe(algorithm))
                .with("realm", Challenges.realm(words, value, s.status() == 407 && !again))
                .proof(Words.header(s, mark));
    }

    /// What a challenge says (RFC 3261 §20.44).
    static final class Challenges {

        private Challenges() {}

        /// The first parameter follows the scheme, the others commas.
        static String parameter(String value, String name) {
            int blank = value.indexOf(' ');
            String parameters = blank < 0 ? "" : value.substring(blank + 1);
            for (String part : HeaderText.values(parameters)) {
                String found = HeaderText.parameter(";" + part, name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }

        static String realm(Words words, @Nullable String value, boolean phrased) {
            String realm = value == null ? "" : Words.safe(parameter(value, "realm"));
            if (!phrased) {
                return "\"" + realm + "\"";
            }
            return realm.isEmpty() ? "" : words.phrase("X.REALM", "realm", "\"" + realm + "\"");
        }
    }
}
