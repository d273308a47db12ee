package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.TerminationCause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dialogs of a call under its numbers.
final class DialogFold {

    private DialogFold() {}

    static List<CallDialog> of(Cluster cluster, Numbering numbers, NodeFold nodes) {
        List<CallDialog> all = new ArrayList<>(numbers.dialogCount());
        List<LegFold> legs = cluster.legs();
        for (int i = 0; i < legs.size(); i++) {
            List<LegDialog> dialogs = legs.get(i).dialogs();
            for (int at = 0; at < dialogs.size(); at++) {
                all.add(dialog(legs, i, dialogs.get(at), numbers, nodes));
            }
        }
        if (legs.size() > 1) {
            all.sort((a, b) -> Integer.compare(a.number(), b.number()));
        }
        return all;
    }

    private static CallDialog dialog(
            List<LegFold> legs, int leg, LegDialog d, Numbering numbers, NodeFold nodes) {
        TerminationCause why = isReplaced(legs, leg, d) ? TerminationCause.REPLACED : d.why();
        return new CallDialog(
                numbers.dialog(leg, d.dialog().id()),
                leg + 1,
                d.dialog().callerTag(),
                d.dialog().calleeTag(),
                numbers.message(leg, d.early()),
                numbers.message(leg, d.confirmed()),
                numbers.message(leg, d.ended()),
                why == null ? null : why.slug(),
                endedBy(d),
                nodes.caller(leg, d),
                nodes.callee(leg, d),
                d.dialog().startUnseen());
    }

    private static @Nullable Ended endedBy(LegDialog d) {
        boolean bye = d.why() == TerminationCause.BYE || d.why() == TerminationCause.BYE_UNANSWERED;
        return bye ? d.byCaller() ? Ended.CALLER : Ended.CALLEE : null;
    }

    /// RFC 3891 §3: the accepted INVITE with Replaces is why the BYE came.
    private static boolean isReplaced(List<LegFold> legs, int leg, LegDialog d) {
        if (d.why() != TerminationCause.BYE || legs.size() == 1) {
            return false;
        }
        String callId = legs.get(leg).summary().callId();
        for (LegFold other : legs) {
            LegSummary s = other.summary();
            for (Claim claim : s.claims()) {
                if (claim instanceof Claim.Names names
                        && names.kind().equals("replaces")
                        && names.callId().equals(callId)
                        && d.dialog().hasTags(names.oneTag(), names.otherTag())
                        && s.milestones().status() / 100 == 2
                        && s.milestones().start() <= d.endedAt()) {
                    return true;
                }
            }
        }
        return false;
    }
}
