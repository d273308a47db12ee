package io.callogram.analyzer.story;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import org.jspecify.annotations.Nullable;

/// When a transfer is complete: the new call lasts, and whoever asked for it is out (RFC 5589).
@SuppressWarnings("ReferenceEquality") // a dialog of the call is one object
final class Transfers {

    private final Plot plot;
    private final Words words;
    private final Pairs pairs;
    private boolean told;
    private int transferor = -1;

    /// The two dialogs of a B2BUA that are one conversation since; null before, and without one.
    private @Nullable CallDialog one;

    private @Nullable CallDialog other;
    private boolean over;

    Transfers(Plot plot, Words words, Pairs pairs) {
        this.plot = plot;
        this.words = words;
        this.pairs = pairs;
    }

    /// The milestone, once.
    @Nullable Line completed(@Nullable CallDialog begun) {
        if (told || !plot.isTransfer()) {
            return null;
        }
        Line joined = begun == null ? joined() : null;
        CallMessage refer = joined == null ? refer() : null;
        if (refer == null) {
            return joined;
        }
        transferor = plot.root(refer).fromNode();
        CallDialog result = null;
        for (CallDialog d : pairs.open()) {
            if (d.callerNode() == transferor || d.calleeNode() == transferor) {
                return null;
            }
            boolean later = d.confirmed() > refer.number();
            result = later && pairs.ends(d) != null ? d : result;
        }
        if (result == null || (begun != null && begun.number() != result.number())) {
            return null;
        }
        told = true;
        bridge(result);
        return Line.of("M.XFER")
                .with("A", words.node(transferor))
                .with("B", role("B", result.callerNode()))
                .with("C", role("C", result.calleeNode()));
    }

    /// A B2BUA joins two calls that were there before: both of its other dialogs get a new
    /// description, and the transferor is released in both of hers.
    private @Nullable Line joined() {
        Flow flow = plot.flow(FlowKind.ATTENDED_TRANSFER);
        if (flow == null || pairs.open().size() != 2) {
            return null;
        }
        CallDialog kept = withRole(flow, "B");
        CallDialog target = withRole(flow, "C");
        int left = node(flow.roles().get("A"));
        if (kept == null || target == null || kept == target || left < 0) {
            return null;
        }
        if (!isGivenAnew(kept) || !isGivenAnew(target)) {
            return null;
        }
        told = true;
        transferor = left;
        one = kept;
        other = target;
        return Line.of("M.XFER")
                .with("A", words.node(left))
                .with("B", Words.safe(flow.roles().getOrDefault("B", "")))
                .with("C", Words.safe(flow.roles().getOrDefault("C", "")));
    }

    /// The open dialog of a B2BUA with who has this role.
    private @Nullable CallDialog withRole(Flow flow, String role) {
        int node = node(flow.roles().get(role));
        for (CallDialog d : pairs.open()) {
            boolean party = node >= 0 && (d.callerNode() == node || d.calleeNode() == node);
            if (party && plot.isB2bua(d.callerNode() == node ? d.calleeNode() : d.callerNode())) {
                return d;
            }
        }
        return null;
    }

    private int node(@Nullable String name) {
        for (int i = 0; name != null && i < plot.call().nodes().size(); i++) {
            if (plot.call().nodes().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isGivenAnew(CallDialog d) {
        for (Agreement a : plot.scene().agreements()) {
            boolean anew =
                    a.change() == Agreement.Change.MODIFY || a.change() == Agreement.Change.RESUME;
            if (a.dialog() == d.number() && a.before() != null && anew) {
                return true;
            }
        }
        return false;
    }

    /// Where the new call begins or ends at a B2BUA, its other dialog is the other half of it.
    private void bridge(CallDialog result) {
        int server =
                plot.isB2bua(result.callerNode())
                        ? result.callerNode()
                        : plot.isB2bua(result.calleeNode()) ? result.calleeNode() : -1;
        for (CallDialog d : pairs.open()) {
            boolean half = d.callerNode() == server || d.calleeNode() == server;
            if (server >= 0 && half && d != result) {
                one = d;
                other = result;
            }
        }
    }

    /// The end of the conversation that the transfer made, when the first of its halves ends.
    @Nullable Line ended(CallDialog d) {
        if (over || one == null || other == null || (d != one && d != other) || !told) {
            return null;
        }
        over = true;
        int who = d.endedBy() == Ended.CALLER ? d.callerNode() : d.calleeNode();
        return Line.of("M.END.PAIR")
                .with("A", words.node(agent(one)))
                .with("B", words.node(agent(other)))
                .with("who", words.node(who));
    }

    private int agent(CallDialog d) {
        return plot.isB2bua(d.callerNode()) ? d.calleeNode() : d.callerNode();
    }

    /// Who it is in the rules' eyes where the new call begins or ends at a server.
    private String role(String role, int node) {
        Flow attended = plot.flow(FlowKind.ATTENDED_TRANSFER);
        Flow flow = attended == null ? plot.flow(FlowKind.BLIND_TRANSFER) : attended;
        String name = flow == null || plot.isAgent(node) ? null : flow.roles().get(role);
        return name == null ? words.node(node) : Words.safe(name);
    }

    /// Whether a conversation through a server was told to go on without one of its ends.
    boolean isLeft(Pairs.Pair pair, CallDialog d) {
        boolean half = over && (d == one || d == other);
        boolean left = pair.a() == transferor || pair.b() == transferor;
        return told && (half || (pair.middle() >= 0 && left));
    }

    private @Nullable CallMessage refer() {
        for (Request request : plot.scene().requests()) {
            if (request.method() == Method.REFER && request.isAccepted()) {
                return request.sent();
            }
        }
        return null;
    }
}
