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
        Verdict verdict = Verdict.of(cluster, numbers);
        return new Call(
                Identity.of(legs.getFirst().summary()),
                Kinds.of(cluster),
                parties.caller(),
                parties.callee(),
                verdict.result(),
                verdict.times(),
                verdict.endedBy(),
                legs(cluster, numbers),
                dialogs,
                transactions(legs, numbers),
                messages,
                nodes.named(),
                MediaFold.matched(streams, legs, numbers),
                source,
                EventFold.of(legs, numbers),
                MediaFold.periods(legs, numbers, dialogs));
    }

    private static List<CallMessage> messages(
            List<LegFold> legs, Numbering numbers, NodeFold nodes) {
        List<CallMessage> messages = new ArrayList<>(numbers.places.length);
        for (Numbering.Place place : numbers.places) {
            int leg = place.leg();
            LegMessage m = legs.get(leg).messages().get(place.index());
            messages.add(
                    new CallMessage(
                            messages.size() + 1,
                            m.seen(),
                            m.repeats(),
                            leg + 1,
                            numbers.dialog(leg, m.dialog()),
                            numbers.transaction(leg, m.transaction()),
                            nodes.index(m.seen().sighting().where().from()),
                            nodes.index(m.seen().sighting().where().to()),
                            numbers.message(leg, m.forwardOf()),
                            m.stray()));
        }
        return messages;
    }

    private static List<CallTransaction> transactions(List<LegFold> legs, Numbering numbers) {
        List<CallTransaction> all = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            for (LegTransaction t : legs.get(i).transactions()) {
                all.add(
                        new CallTransaction(
                                numbers.transaction(i, t.id()),
                                numbers.endToEnd(i, t.endToEnd()),
                                t.method(),
                                numbers.message(i, t.request()),
                                numbered(t.responses(), numbers, i),
                                numbers.message(i, t.ack()),
                                t.state(),
                                t.rfc2543()));
            }
        }
        if (legs.size() > 1) {
            all.sort((a, b) -> Integer.compare(a.number(), b.number()));
        }
        return all;
    }

    private static List<Integer> numbered(List<Integer> indices, Numbering numbers, int leg) {
        List<Integer> all = new ArrayList<>(indices.size());
        for (int index : indices) {
            all.add(numbers.message(leg, index));
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
