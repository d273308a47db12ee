package io.callogram.samples.generator;

import io.callogram.samples.flow.AuthenticatedCall;
import io.callogram.samples.flow.Busy;
import io.callogram.samples.flow.CallSetup;
import io.callogram.samples.flow.CallerAbandon;
import io.callogram.samples.flow.Flow;
import io.callogram.samples.flow.NoAnswerCancel;
import io.callogram.samples.flow.NoAnswerTimeout;
import io.callogram.samples.flow.Registration;
import io.callogram.samples.flow.Rejected;
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
    }

    private Repertoire() {}

    static Map<String, Flow> flows() {
        return FLOWS;
    }

    static Flow named(String slug) {
        Flow flow = FLOWS.get(slug);
        if (flow == null) {
            throw new IllegalArgumentException("no flow is called " + slug + "; there are " + String.join(", ", FLOWS.keySet()));
        }
        return flow;
    }
}
