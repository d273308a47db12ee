package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;

/// Which account can be reached where, as registrations go on (RFC 3261 §10).
final class Bindings {

    private final Plot plot;
    private final Words words;
    private final Milestones milestones;

    Bindings(Plot plot, Words words, Milestones milestones) {
        this.plot = plot;
        this.words = words;
        this.milestones = milestones;
    }

    void tell() {
        boolean registered = false;
        for (Request request : plot.scene().requests()) {
            CallMessage sent = request.sent();
            CallMessage answer = request.answer();
            if (request.method() != Method.REGISTER || sent == null || answer == null) {
                continue;
            }
            Sighting s = said(sent);
            if (request.isAccepted() && Registrations.isRemoval(s)) {
                add(answer, s.contacts() < 0 ? "M.DEREGISTERED.ALL" : "M.DEREGISTERED", s);
                registered = false;
            } else if (request.isAccepted() && s.contacts() > 0) {
                if (!registered && said(answer).expires() >= 0) {
                    add(answer, "M.REGISTERED", s);
                }
                registered = true;
            }
        }
        failed();
    }

    private void add(CallMessage answer, String key, Sighting s) {
        milestones.add(
                plot.lastHop(answer),
                Line.of(key)
                        .with("aor", words.account(s.to()))
                        .with("contact", words.contact(s.contact()))
                        .with("exp", said(answer).expires()));
    }

    private static boolean isRemoval(Request request) {
        CallMessage sent = request.sent();
        return sent != null && Registrations.isRemoval(said(sent));
    }

    private void failed() {
        Request last = null;
        for (Request request : plot.scene().requests()) {
            last = request.method() == Method.REGISTER ? request : last;
        }
        CallMessage answer = last == null ? null : last.answer();
        if (last != null && answer != null && last.status() >= 300) {
            milestones.add(
                    plot.lastHop(answer),
                    Line.of(isRemoval(last) ? "M.DEREGFAIL" : "M.REGFAIL")
                            .with("aor", words.account(said(answer).to()))
                            .with("code", words.code(last.status())));
        }
    }
}
