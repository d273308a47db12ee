package io.callogram.analyzer.ladder;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Column;
import io.callogram.analyzer.ladder.Ladder.Gap;
import io.callogram.analyzer.ladder.Ladder.Row;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Where;
import java.util.ArrayList;
import java.util.List;

/// Lays a call out as a ladder.
public final class LadderLayout {
    private static final long GAP = 1_000_000_000L;

    private LadderLayout() {}

    public static Ladder of(Call call) {
        List<Row> rows = new ArrayList<>();
        long start = call.times().start();
        long before = start;
        for (CallMessage message : call.messages()) {
            long time = message.seen().time();
            if (time - before >= GAP) {
                rows.add(new Gap(time - before));
            }
            rows.add(arrow(message, start));
            before = time;
        }
        return new Ladder(
                title(call), call.nodes().stream().map(LadderLayout::column).toList(), rows);
    }

    private static String title(Call call) {
        String caller = name(call.caller());
        String callee = name(call.callee());
        return caller.equals(callee) || callee.isEmpty() ? caller : caller + " → " + callee;
    }

    private static String name(Address address) {
        return address.user().isEmpty() ? address.host() : address.user();
    }

    private static Column column(Node node) {
        String first = node.endpoints().getFirst().toString();
        int more = node.endpoints().size() - 1;
        return new Column(Labels.visible(node.name()), more == 0 ? first : first + " +" + more);
    }

    private static Arrow arrow(CallMessage message, long start) {
        var seen = message.seen();
        return new Arrow(
                message.number(),
                seen.time(),
                seen.time() - start,
                message.fromNode(),
                message.toNode(),
                Labels.of(seen.sighting()),
                Labels.visible(Labels.of(seen.session())),
                seen.sighting().isRequest(),
                message.leg(),
                message.repeats().size(),
                remark(message));
    }

    private static String remark(CallMessage message) {
        Where where = message.seen().sighting().where();
        if (!message.stray().isEmpty()) {
            return message.stray();
        }
        if (where.truncated()) {
            return "truncated";
        }
        if (where.gap()) {
            return "bytes missing";
        }
        return message.seen().sighting().problems() > 0 ? "malformed" : "";
    }
}
