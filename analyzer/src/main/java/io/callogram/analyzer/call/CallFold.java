package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;

/// Folds a cluster of legs into a call. Pure.
public final class CallFold {

    private CallFold() {}

    /// @param streams RTP and RTCP streams whose endpoints these legs negotiated
    /// @param source number of the capture
    public static Call fold(Cluster cluster, List<MediaStream> streams, int source) {
        List<LegFold> legs = cluster.legs();
        Numbering numbers = new Numbering(legs);
        NodeFold nodes = new NodeFold(cluster, numbers);
        List<CallMessage> messages = messages(legs, numbers, nodes);
        List<CallDialog> dialogs = DialogFold.of(cluster, numbers, nodes);
        Parties parties = Parties.of(legs.get(Verdict.caller(legs)).summary());
        CallKind kind = Kinds.of(cluster);
        Verdict verdict = Verdict.of(cluster, kind, numbers);
        return new Call(
                Identity.of(legs.getFirst().summary()),
                kind,
                parties.caller(),
                parties.callee(),
                verdict.result(),
                verdict.times(),
                verdict.endedBy(),
                legs(cluster, numbers),
                dialogs,
                transactions(legs, numbers),
                messages,
                nodes.named(numbers),
                MediaFold.matched(streams, legs, numbers),
                source,
                EventFold.of(legs, numbers),
                MediaFold.periods(legs, numbers, dialogs));
    }

    private static List<CallMessage> messages(
            List<LegFold> legs, Numbering numbers, NodeFold nodes) {
        List<CallMessage> messages = new ArrayList<>(numbers.count());
        for (int number = 1; number <= numbers.count(); number++) {
            int leg = numbers.leg(number);
            LegMessage m = legs.get(leg).messages().get(numbers.index(number));
            messages.add(
                    new CallMessage(
                            number,
                            m.seen(),
                            m.repeats(),
                            leg + 1,
                            numbers.dialog(leg, m.dialog()),
                            numbers.transaction(leg, m.transaction()),
                            nodes.from(number),
                            nodes.to(number),
                            numbers.message(leg, m.forwardOf()),
                            m.stray()));
        }
        return messages;
    }

    private static List<CallTransaction> transactions(List<LegFold> legs, Numbering numbers) {
        int total = 0;
        for (int i = 0; i < legs.size(); i++) {
            total += legs.get(i).transactions().size();
        }
        List<CallTransaction> all = new ArrayList<>(total);
        for (int i = 0; i < legs.size(); i++) {
            List<LegTransaction> transactions = legs.get(i).transactions();
            for (int at = 0; at < transactions.size(); at++) {
                all.add(transaction(transactions.get(at), numbers, i));
            }
        }
        if (legs.size() > 1) {
            all.sort((a, b) -> Integer.compare(a.number(), b.number()));
        }
        return all;
    }

    private static CallTransaction transaction(LegTransaction t, Numbering numbers, int leg) {
        return new CallTransaction(
                numbers.transaction(leg, t.id()),
                numbers.endToEnd(leg, t.endToEnd()),
                t.method(),
                numbers.message(leg, t.request()),
                numbered(t.responses(), numbers, leg),
                numbers.message(leg, t.ack()),
                t.state(),
                t.rfc2543());
    }

    private static List<Integer> numbered(List<Integer> indices, Numbering numbers, int leg) {
        List<Integer> all = new ArrayList<>(indices.size());
        for (int i = 0; i < indices.size(); i++) {
            all.add(numbers.message(leg, indices.get(i)));
        }
        return all;
    }

    private static List<Leg> legs(Cluster cluster, Numbering numbers) {
        List<Leg> all = new ArrayList<>(cluster.legs().size());
        for (int i = 0; i < cluster.legs().size(); i++) {
            LegSummary s = cluster.legs().get(i).summary();
            int count = cluster.legs().get(i).messages().size();
            all.add(
                    new Leg(
                            i + 1,
                            s.callId(),
                            s.method(),
                            s.from(),
                            s.to(),
                            s.target(),
                            cluster.links().get(i),
                            numbers.message(i, count == 0 ? -1 : 0),
                            numbers.message(i, count - 1),
                            s.startUnseen()));
        }
        return all;
    }
}
