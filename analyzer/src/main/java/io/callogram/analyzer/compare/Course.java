package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The messages of a call in order, each once: retransmissions were folded before, parallel
/// branches of a fork are here.
final class Course {

    private final Call call;
    private final List<Passage> passages = new ArrayList<>();

    /// Place of the first branch's passage, by what all branches share.
    private final Map<Branch, Integer> branches = new HashMap<>();

    private record Branch(
            int endToEnd, String from, String to, Method method, int status, int nth) {}

    private final Map<Branch, Integer> counts = new HashMap<>();

    private Course(Call call) {
        this.call = call;
    }

    /// Every hop.
    static List<Passage> hops(Call call, Roles roles) {
        Course course = new Course(call);
        for (CallMessage m : call.messages()) {
            course.add(m, roles.of(m.fromNode()), roles.of(m.toNode()));
        }
        return course.passages;
    }

    /// Only what the originator of each request saw.
    static List<Passage> ends(Call call, Sides sides) {
        Course course = new Course(call);
        Map<Long, Integer> first = new HashMap<>();
        for (CallTransaction t : call.transactions()) {
            first.merge(key(t), t.number(), Math::min);
        }
        for (CallMessage m : call.messages()) {
            boolean near =
                    m.transaction() == 0
                            || first.getOrDefault(key(course.transaction(m)), 0) == m.transaction();
            if (near && !sides.isOnward(m.leg())) {
                course.add(m, sides.from(m), sides.to(m));
            }
        }
        return course.passages;
    }

    private static long key(CallTransaction t) {
        return ((long) t.endToEnd() << 8) + t.method().ordinal();
    }

    private CallTransaction transaction(CallMessage message) {
        return call.transactions().get(message.transaction() - 1);
    }

    private void add(CallMessage m, String from, String to) {
        Sighting s = m.seen().sighting();
        // A 100 is between neighbours (RFC 3261 §16.7): whether and when it comes says nothing.
        if (m.number() > Comparison.MOST || s.status() == 100) {
            return;
        }
        boolean within = s.isRequest() && s.toTag() != 0 && s.method() != Method.ACK;
        Passage passage = new Passage(m.number(), from, to, s.method(), s.status(), within, 1);
        if (m.transaction() == 0) {
            passages.add(passage);
            return;
        }
        CallTransaction t = transaction(m);
        // The nth such message of its own transaction: a second 2xx is no branch. Provisional
        // responses may come again and again, and from every branch (RFC 3261 §13.3.1.1).
        Branch own = new Branch(-t.number(), from, to, s.method(), s.status(), 0);
        int nth = s.isProvisional() ? 0 : counts.merge(own, 1, Integer::sum);
        Branch branch = new Branch(t.endToEnd(), from, to, s.method(), s.status(), nth);
        Integer known = branches.get(branch);
        if (known == null || from.equals(to)) {
            branches.put(branch, passages.size());
            passages.add(passage);
        } else {
            passages.set(known, passages.get(known).branching());
        }
    }
}
