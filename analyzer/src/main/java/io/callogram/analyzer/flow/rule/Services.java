package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallKind;

/// The rules for services and properties of calls, and for what is no call.
final class Services {

    private static final Rule[] FOR_CALLS = {
        new Transfer(),
        new AlsoTransfer(),
        new JoinedBySwitch(),
        new SentOnBySwitch(),
        new Parking(),
        new Replacement(),
        new PickedUpBySwitch(),
        new Conference(),
        new ThreeWay(),
        new SwitchConference(),
        new RingbackTone(),
        new EarlyMedia(),
        new Forking(),
        new ThirdPartyCall(),
        new Consultation(),
        new Fax(),
        new Glare(),
        new SessionRefresh(),
        new VideoUpgrade(),
        new Prack(),
        new EarlyUpdate(),
        new Information(),
        new Unreached(),
        new Markers(),
        new Places(),
        new AuthChallenge(),
        new Subscription(),
        new SingleRequests()
    };
    private static final Rule[] FOR_ATTACKS = {new ScanAttack()};
    private static final Rule[] FOR_OTHERS = {
        new Subscription(),
        new SingleRequests(),
        new AuthChallenge(),
        new ThirdPartyCall(),
        new Information()
    };
    private static final Rule[] NONE = {};

    private Services() {}

    static Rule[] of(CallKind kind) {
        return switch (kind) {
            case CALL -> FOR_CALLS;
            case REGISTRATION -> NONE;
            case ATTACK -> FOR_ATTACKS;
            case SUBSCRIPTION, OPTIONS, MESSAGE, OTHER -> FOR_OTHERS;
        };
    }
}
