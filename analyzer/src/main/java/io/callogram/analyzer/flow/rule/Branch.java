package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One initial INVITE on one hop: of the same request beyond a proxy, of another leg beyond a
/// B2BUA, of another attempt by whoever was redirected.
///
/// @param root leg with which the caller began
record Branch(Request request, Hop hop, CallMessage invite, int root) {

    /// Every initial INVITE of a call, in order of time.
    static List<Branch> of(Scene scene) {
        List<Branch> branches = new ArrayList<>(4);
        for (int leg = 1; leg <= scene.legs().size(); leg++) {
            List<Request> attempts = scene.attempts(leg);
            for (int i = 0; i < attempts.size(); i++) {
                if (attempts.get(i).method() == Method.INVITE) {
                    add(attempts.get(i), scene.root(leg), branches);
                }
            }
        }
        branches.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return branches;
    }

    private static void add(Request attempt, int root, List<Branch> branches) {
        for (int i = 0; i < attempt.hops().size(); i++) {
            Hop hop = attempt.hops().get(i);
            CallMessage invite = hop.request();
            if (invite != null) {
                branches.add(new Branch(attempt, hop, invite, root));
            }
        }
    }

    int number() {
        return invite.number();
    }

    long time() {
        return invite.seen().time();
    }

    int status() {
        return hop.status();
    }

    @Nullable CallMessage ringing() {
        return hop.ringing();
    }

    Address target() {
        Address uri = invite.seen().sighting().requestUri();
        return uri == null ? invite.seen().sighting().to() : uri;
    }

    /// Leaves the same node for the same caller.
    boolean isSibling(Branch other) {
        return root == other.root && hop.clientNode() == other.hop.clientNode();
    }

    /// The caller's own, not what a server made of it.
    boolean isCallers(Scene scene) {
        return hop.isOrigin() && scene.head(request.leg()) == request.leg();
    }

    boolean isRedirected() {
        return status() >= 300 && status() < 400;
    }

    /// Whether two addresses are one user: equal, or one is the other with something appended, as
    /// phones name themselves in contacts; telephone numbers by their last digits.
    static boolean isSameUser(Address one, Address other) {
        String a = one.user().toLowerCase(Locale.ROOT);
        String b = other.user().toLowerCase(Locale.ROOT);
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b);
        }
        return a.equals(b)
                || isExtended(a, b)
                || isExtended(b, a)
                || isSameNumber(one.number(), other.number());
    }

    private static boolean isExtended(String longer, String shorter) {
        return longer.length() > shorter.length()
                && longer.startsWith(shorter)
                && !Character.isLetterOrDigit(longer.charAt(shorter.length()));
    }

    private static boolean isSameNumber(String one, String other) {
        return one.length() >= SHORTEST
                && other.length() >= SHORTEST
                && (one.endsWith(other) || other.endsWith(one));
    }

    /// Digits that a subscriber's number has at least, without its prefixes.
    private static final int SHORTEST = 7;
}
