package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Conversation;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;

/// Conversations, folded.
public final class Folded {

    private Folded() {}

    static List<LegFold> legs(String text) {
        List<LegFold> legs = new ArrayList<>();
        for (List<Seen> group : Conversation.groups(text)) {
            legs.addAll(GroupFold.fold(group));
        }
        return legs;
    }

    public static List<Call> calls(String text) {
        return callsOf(Conversation.groups(text));
    }

    /// @param groups the messages of each Call-ID
    public static List<Call> callsOf(List<List<Seen>> groups) {
        List<LegFold> legs = new ArrayList<>();
        for (List<Seen> group : groups) {
            legs.addAll(GroupFold.fold(group));
        }
        List<Call> calls = new ArrayList<>();
        for (Cluster cluster : Correlator.correlate(legs)) {
            calls.add(CallFold.fold(cluster, List.of(), 1));
        }
        return calls;
    }

    public static Call call(String text) {
        List<Call> calls = calls(text);
        if (calls.size() != 1) {
            throw new AssertionError(calls.size() + " calls");
        }
        return calls.getFirst();
    }

    /// The same, when the capture went on in silence for so many seconds.
    public static Call callAfter(String text, double seconds) {
        return callAfter(text, seconds, List.of());
    }

    public static Call callAfter(String text, double seconds, List<MediaStream> streams) {
        List<LegFold> legs = new ArrayList<>();
        for (List<Seen> group : Conversation.groups(text)) {
            legs.addAll(GroupFold.fold(group, Conversation.START + Math.round(seconds * 1e9)));
        }
        return CallFold.fold(Correlator.correlate(legs).getFirst(), streams, 1);
    }

    /// `1>2 INVITE` for each message: columns from 1 and what it is.
    static List<String> ladder(Call call) {
        List<String> lines = new ArrayList<>();
        for (CallMessage m : call.messages()) {
            int status = m.seen().sighting().status();
            String what =
                    status == 0 ? m.seen().sighting().method().name() : Integer.toString(status);
            lines.add((m.fromNode() + 1) + ">" + (m.toNode() + 1) + " " + what);
        }
        return lines;
    }

    static List<String> names(Call call) {
        return call.nodes().stream().map(Node::name).toList();
    }

    static List<String> roles(Call call) {
        return call.nodes().stream().map(Node::role).toList();
    }

    /// `early`, `confirmed`, or the cause of its end, for each dialog.
    static List<String> dialogs(Call call) {
        return call.dialogs().stream()
                .map(d -> d.cause() != null ? d.cause() : d.confirmed() > 0 ? "confirmed" : "early")
                .toList();
    }
}
