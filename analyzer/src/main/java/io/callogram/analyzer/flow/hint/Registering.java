package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bindings (RFC 3261 §10), and contacts that nobody can reach.
final class Registering {

    private Registering() {}

    static void inspect(Inspection in) {
        boolean registers = in.scene.has(Method.REGISTER);
        if (!registers && !in.scene.has(Method.INVITE)) {
            return;
        }
        boolean asked = false;
        CallMessage bound = null;
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            CallMessage sent = r.sent();
            if (sent == null) {
                continue;
            }
            if (r.method() == Method.INVITE || r.method() == Method.REGISTER) {
                unreachable(in, sent);
            }
            if (r.method() == Method.REGISTER) {
                answered(in, sent, r.answer());
                asked |= isProven(sent.seen().sighting(), r.status());
                boolean binds = r.isAccepted() && sent.seen().sighting().expires() != 0;
                bound = binds && sent.seen().sighting().contacts() > 0 ? r.answer() : bound;
            }
        }
        if (bound != null && !asked) {
            in.noteOnce(HintKind.REGISTRAR_OPEN, in.at(bound), in.sender(bound));
        }
    }

    private static boolean isProven(Sighting s, int status) {
        return status == 401
                || status == 407
                || s.first(Mark.CREDENTIALS) != null
                || s.first(Mark.PROXY_CREDENTIALS) != null;
    }

    private static void answered(Inspection in, CallMessage sent, @Nullable CallMessage answer) {
        if (answer == null) {
            return;
        }
        Sighting asked = sent.seen().sighting();
        Sighting given = answer.seen().sighting();
        if (given.status() == 423) {
            in.noteOnce(HintKind.EXPIRY_TOO_BRIEF, in.at(sent, answer), asked.expires());
        } else if (given.isSuccess()) {
            if (given.expires() > 0 && asked.expires() > given.expires()) {
                in.noteOnce(
                        HintKind.EXPIRY_SHORTENED,
                        in.at(sent, answer),
                        asked.expires(),
                        given.expires());
            }
            if (given.contacts() > 1) {
                in.noteOnce(HintKind.SEVERAL_CONTACTS, in.at(answer), given.contacts());
            }
        }
    }

    /// Who sends it is its author: no proxy has added a Via.
    private static void unreachable(Inspection in, CallMessage sent) {
        Sighting s = sent.seen().sighting();
        Address contact = s.contact();
        if (contact != null
                && s.vias() == 1
                && Reach.isPrivate(contact.host())
                && Reach.isPublic(s.where().from().address())) {
            in.noteOnce(
                    HintKind.CONTACT_PRIVATE,
                    in.at(sent),
                    contact.host(),
                    s.where().from().address());
        }
    }
}
