package io.callogram.samples.generator;

import io.callogram.samples.flow.Aside;
import io.callogram.samples.flow.AuthenticatedCall;
import io.callogram.samples.flow.Busy;
import io.callogram.samples.flow.CallSetup;
import io.callogram.samples.flow.CallWaiting;
import io.callogram.samples.flow.CallerAbandon;
import io.callogram.samples.flow.Flow;
import io.callogram.samples.flow.Fork;
import io.callogram.samples.flow.Forward;
import io.callogram.samples.flow.Hold;
import io.callogram.samples.flow.InCall;
import io.callogram.samples.flow.LateCancel;
import io.callogram.samples.flow.NoAnswerCancel;
import io.callogram.samples.flow.NoAnswerTimeout;
import io.callogram.samples.flow.Pickup;
import io.callogram.samples.flow.Redirect;
import io.callogram.samples.flow.Registration;
import io.callogram.samples.flow.Rejected;
import io.callogram.samples.flow.Ringback;
import io.callogram.samples.flow.Scan;
import io.callogram.samples.flow.SessionModify;
import io.callogram.samples.flow.SessionRefresh;
import io.callogram.samples.flow.ThreeWay;
import io.callogram.samples.flow.Transfer;
import io.callogram.samples.flow.Unreachable;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every flow the generator can play, by the name a mix uses.
final class Repertoire {
    private static final Map<String, Flow> FLOWS = new LinkedHashMap<>();

    static {
        FLOWS.put("call-setup", new CallSetup());
        FLOWS.put("auth-challenge", new AuthenticatedCall());
        FLOWS.put("busy", new Busy());
        FLOWS.put("no-answer-cancel", new NoAnswerCancel());
        FLOWS.put("no-answer-timeout", new NoAnswerTimeout());
        FLOWS.put("caller-abandon", new CallerAbandon());
        FLOWS.put("rejected", new Rejected());
        FLOWS.put("unreachable", new Unreachable());
        FLOWS.put("register", Registration.REGISTER);
        FLOWS.put("register-refresh", Registration.REFRESH);
        FLOWS.put("deregister", Registration.DEREGISTER);
        FLOWS.put("register-failed", Registration.FAILED);
        FLOWS.put("redirect", new Redirect());
        FLOWS.put("forward-unconditional", Forward.UNCONDITIONAL);
        FLOWS.put("forward-busy", Forward.BUSY);
        FLOWS.put("forward-no-answer", Forward.NO_ANSWER);
        FLOWS.put("fork", new Fork());
        FLOWS.put("late-cancel", new LateCancel());
        FLOWS.put("hold", new Hold());
        FLOWS.put("session-modify", SessionModify.ACCEPTED);
        FLOWS.put("glare", SessionModify.GLARE);
        FLOWS.put("session-refresh", new SessionRefresh());
        FLOWS.put("call-waiting", new CallWaiting());
        FLOWS.put("blind-transfer", Transfer.BLIND);
        FLOWS.put("blind-transfer-failed", Transfer.BLIND_FAILED);
        FLOWS.put("attended-transfer", Transfer.ATTENDED);
        FLOWS.put("ringback-tone", new Ringback());
        FLOWS.put("three-way", new ThreeWay());
        FLOWS.put("call-pickup", new Pickup());
        FLOWS.put("prack", InCall.PRACK);
        FLOWS.put("dtmf-info", InCall.DTMF);
        FLOWS.put("fax-t38", InCall.FAX);
        FLOWS.put("options-ping", Aside.OPTIONS_PING);
        FLOWS.put("subscribe-notify", Aside.MESSAGE_WAITING);
        FLOWS.put("message", Aside.MESSAGE);
        FLOWS.put("scan-attack", new Scan());
    }

    private Repertoire() {}

    static Map<String, Flow> flows() {
        return FLOWS;
    }

    static Flow named(String slug) {
        Flow flow = FLOWS.get(slug);
        if (flow == null) {
            throw new IllegalArgumentException(
                    "no flow is called "
                            + slug
                            + "; there are "
                            + String.join(", ", FLOWS.keySet()));
        }
        return flow;
    }
}
