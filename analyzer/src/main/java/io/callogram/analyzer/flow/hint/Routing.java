package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether requests within a dialog take the way of the INVITE (RFC 3261 §12.2.1.1, §16.6).
final class Routing {

    private Routing() {}

    static void inspect(Inspection in) {
        if (!in.scene.has(Method.INVITE)) {
            return;
        }
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            if (r.method() == Method.INVITE && r.hops().size() > 1 && !r.isWithinDialog()) {
                Hop last = accepted(r);
                Hop first = last == null ? null : root(last);
                if (last != null && first != null && first != last) {
                    follow(in, r, first, last);
                }
            }
        }
    }

    /// The furthest hop whose 2xx is the call's answer.
    private static @Nullable Hop accepted(Request r) {
        Hop last = null;
        for (int i = 0; i < r.hops().size(); i++) {
            Hop hop = r.hops().get(i);
            if (hop.isAccepted() && (last == null || hop.upstream() == last)) {
                last = hop;
            }
        }
        return last;
    }

    private static Hop root(Hop hop) {
        Hop at = hop;
        while (at.upstream() != null) {
            at = at.upstream();
        }
        return at;
    }

    private static void follow(Inspection in, Request invite, Hop first, Hop last) {
        int one = first.clientNode();
        int other = last.serverNode();
        for (CallMessage ack : invite.acks()) {
            if (isDirect(ack, one, other)) {
                bypassed(in, first, last, ack);
                return;
            }
        }
        for (Request r : in.scene.requests()) {
            CallMessage sent = r.sent();
            if (r.leg() == invite.leg()
                    && sent != null
                    && r.isWithinDialog()
                    && r.hops().size() == 1
                    && isDirect(sent, one, other)) {
                bypassed(in, first, last, sent);
                return;
            }
        }
    }

    private static boolean isDirect(CallMessage m, int one, int other) {
        return (m.fromNode() == one && m.toNode() == other)
                || (m.fromNode() == other && m.toNode() == one);
    }

    private static void bypassed(Inspection in, Hop first, Hop last, CallMessage direct) {
        CallMessage invite = last.request();
        if (invite == null || first.serverNode() == last.serverNode()) {
            return;
        }
        String proxy = in.scene.node(first.serverNode());
        Method method = direct.seen().sighting().method();
        if (invite.seen().sighting().recordRoutes() > 0) {
            in.noteOnce(
                    HintKind.ROUTE_IGNORED,
                    in.at(invite, direct),
                    proxy,
                    method,
                    in.sender(direct));
        } else {
            in.noteOnce(HintKind.PROXY_BYPASSED, in.at(invite, direct), proxy, method);
        }
    }
}
