package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What kind of entry legs make. One INVITE makes it a call.
final class Kinds {

    private Kinds() {}

    static CallKind of(Cluster cluster) {
        if (isAttack(cluster)) {
            return CallKind.ATTACK;
        }
        List<LegFold> legs = cluster.legs();
        for (int i = 0; i < legs.size(); i++) {
            if (of(legs.get(i).summary()) == CallKind.CALL) {
                return CallKind.CALL;
            }
        }
        return of(cluster.legs().getFirst().summary());
    }

    /// Tries tied to each other, or one that tells by itself.
    private static boolean isAttack(Cluster cluster) {
        if (cluster.legs().getFirst().summary().probing().isAttack()) {
            return true;
        }
        List<@Nullable Link> links = cluster.links();
        for (int i = 1; i < links.size(); i++) {
            Link link = links.get(i);
            if (link != null && link.kind().equals(Ties.SCAN)) {
                return true;
            }
        }
        return false;
    }

    private static CallKind of(LegSummary leg) {
        return switch (leg.method()) {
            case INVITE, ACK, BYE, CANCEL, PRACK, UPDATE -> CallKind.CALL;
            case INFO, REFER -> leg.startUnseen() ? CallKind.CALL : CallKind.OTHER;
            case REGISTER -> CallKind.REGISTRATION;
            case SUBSCRIBE, NOTIFY -> CallKind.SUBSCRIPTION;
            case OPTIONS -> CallKind.OPTIONS;
            case MESSAGE -> CallKind.MESSAGE;
            case PUBLISH, OTHER -> CallKind.OTHER;
        };
    }

    static boolean isInvite(LegSummary leg) {
        return leg.method() == Method.INVITE;
    }
}
