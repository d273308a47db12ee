package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Map;

/// Finds who can tell a message, and gives every sentence what all of them may name.
final class Telling {

    private final Plot plot;
    private final Words words;
    private final Invitations invitations;
    private final Changes changes;
    private final Replies replies;
    private final Acknowledgements acknowledgements;
    private final Releases releases;
    private final Cancellations cancellations;
    private final Registrations registrations;
    private final Services services;

    Telling(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        invitations = new Invitations(plot, words);
        changes = new Changes(plot, words);
        replies = new Replies(plot, words);
        acknowledgements = new Acknowledgements(plot, words);
        releases = new Releases(plot, words);
        cancellations = new Cancellations(plot, words);
        registrations = new Registrations(plot, words);
        services = new Services(plot, words);
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        Line line = s.isRequest() ? request(m, s) : response(m, s);
        line.with("src", speaker(m, s)).with("dst", words.node(m.toNode()));
        line.with("method", method(m, s));
        if (!s.isRequest()) {
            line.with("code", s.status())
                    .with("reason", words.reason(s.status()))
                    .with("meaning", s.status() < 300 ? "" : words.meaning(s.status()));
        }
        return m.stray().isEmpty() ? line : line.why("T.STRAY");
    }

    /// Whose request it is; a hop that passes on what was not captured is named beside.
    private String speaker(CallMessage m, Sighting s) {
        String node = words.node(m.fromNode());
        boolean passed = s.isRequest() && m.forwardOf() == 0 && s.vias() > 1;
        return passed && !plot.isAgent(m.fromNode())
                ? words.phrase("X.THROUGH", Map.of("A", words.name(s.from()), "P", node))
                : node;
    }

    private Line request(CallMessage m, Sighting s) {
        return switch (s.method()) {
            case INVITE -> isWithin(m) ? changes.of(m) : invitations.of(m);
            case UPDATE -> changes.of(m);
            case ACK -> acknowledgements.of(m);
            case BYE -> releases.of(m);
            case CANCEL -> cancellations.of(m);
            case REGISTER -> registrations.of(m);
            case OPTIONS, PRACK, SUBSCRIBE, NOTIFY, PUBLISH, INFO, REFER, MESSAGE, OTHER ->
                    services.of(m);
        };
    }

    private Line response(CallMessage m, Sighting s) {
        if (m.transaction() == 0) {
            return Line.of("T.STRAY.RESPONSE");
        }
        if (s.method() == Method.INVITE && !isWithin(m)) {
            return replies.of(m);
        }
        if (m.forwardOf() != 0) {
            return Line.of("T.RESP.FWD");
        }
        if (s.isProvisional()) {
            boolean invite = s.method() == Method.INVITE;
            return invite && s.status() != 100
                    ? replies.of(m)
                    : Line.of(invite ? "T.100" : "T.100.OTHER");
        }
        boolean challenge = s.status() == 401 || s.status() == 407;
        boolean session = s.method() == Method.INVITE || s.method() == Method.UPDATE;
        if (session && !challenge) {
            return changes.answer(m);
        }
        return s.method() == Method.REGISTER ? registrations.answer(m) : services.answer(m);
    }

    private boolean isWithin(CallMessage m) {
        Request request = plot.scene().request(m);
        return request == null
                ? said(m).toTag() != 0 && said(m).isRequest()
                : request.isWithinDialog();
    }

    private String method(CallMessage m, Sighting s) {
        return s.method() == Method.INVITE && isWithin(m) ? "re-INVITE" : s.method().name();
    }
}
