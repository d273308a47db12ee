package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import java.util.List;

/// What kind of entry legs make. One INVITE makes it a call.
final class Kinds {

    private Kinds() {}

    static CallKind of(List<LegFold> legs) {
        for (LegFold leg : legs) {
            if (of(leg.summary()) == CallKind.CALL) {
                return CallKind.CALL;
            }
        }
        return of(legs.getFirst().summary());
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
