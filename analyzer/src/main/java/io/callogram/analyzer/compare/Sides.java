package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who calls whom, leg by leg, whatever hops were captured: users are A, B, C in order of
/// appearance. A leg that only carries another one on through a back-to-back user agent is left
/// out.
final class Sides {

    /// Links that say that one leg goes on as the other.
    private static final Set<String> ONWARD =
            Set.of(
                    "session-id",
                    "charging-vector",
                    "call-id",
                    "header",
                    "hep-correlation",
                    "scored");

    private final Map<String, String> letters = new LinkedHashMap<>();
    private final List<String> callers = new ArrayList<>();
    private final List<String> callees = new ArrayList<>();
    private final List<Set<Long>> tags = new ArrayList<>();
    private final Call call;

    Sides(Call call) {
        this.call = call;
        for (Leg leg : call.legs()) {
            callers.add(letter(leg.from()));
            callees.add(letter(leg.to()));
            tags.add(new HashSet<>());
        }
        for (CallMessage message : call.messages()) {
            Sighting s = message.seen().sighting();
            Set<Long> callerTags = tags.get(message.leg() - 1);
            if (callerTags.isEmpty() || (s.isRequest() && s.toTag() == 0)) {
                callerTags.add(s.fromTag());
            }
        }
    }

    private String letter(Address who) {
        String user = who.user().isEmpty() ? who.host() : who.user();
        return letters.computeIfAbsent(user, _ -> Roles.letter(letters.size()));
    }

    boolean isOnward(int leg) {
        var link = call.legs().get(leg - 1).link();
        return link != null && ONWARD.contains(link.kind());
    }

    String from(CallMessage message) {
        return isByCaller(message) ? callers.get(leg(message)) : callees.get(leg(message));
    }

    String to(CallMessage message) {
        return isByCaller(message) ? callees.get(leg(message)) : callers.get(leg(message));
    }

    private static int leg(CallMessage message) {
        return message.leg() - 1;
    }

    private boolean isByCaller(CallMessage message) {
        Sighting s = message.seen().sighting();
        return tags.get(leg(message)).contains(s.fromTag()) == s.isRequest();
    }

    /// The node that speaks for a user first, or -1.
    int node(String letter) {
        for (CallMessage message : call.messages()) {
            if (from(message).equals(letter)) {
                return message.fromNode();
            }
            if (to(message).equals(letter)) {
                return message.toNode();
            }
        }
        return -1;
    }

    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        letters.forEach((user, letter) -> names.put(letter, user));
        return names;
    }
}
