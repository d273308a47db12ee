package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;

/// The messages to look at when one asks why a leg belongs to its call: what made it, and the
/// request that it refers to.
final class LinkEvidence {

    private LinkEvidence() {}

    static List<Integer> of(Call call, Leg leg, Link link) {
        int cause = link.kind().equals("refer") ? referral(call, leg, link.toLeg()) : 0;
        if (cause == 0) {
            cause = call.legs().get(link.toLeg() - 1).first();
        }
        return cause == leg.first() ? List.of(cause) : List.of(cause, leg.first());
    }

    /// The last REFER that was sent before the leg began (RFC 3515 §2.4.4), in the leg that it is
    /// joined to.
    private static int referral(Call call, Leg leg, int toLeg) {
        int found = 0;
        for (CallMessage message : call.messages()) {
            Sighting sighting = message.seen().sighting();
            if (message.number() < leg.first()
                    && message.leg() == toLeg
                    && sighting.isRequest()
                    && sighting.method() == Method.REFER) {
                found = message.number();
            }
        }
        return found;
    }
}
