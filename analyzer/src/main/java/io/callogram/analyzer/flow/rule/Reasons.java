package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import java.util.Locale;

/// What the header field Reason says (RFC 3326).
final class Reasons {

    private Reasons() {}

    /// Cause value of Q.850, or 0.
    static int q850(CallMessage message) {
        return cause(message, "q.850");
    }

    /// "Call completed elsewhere": a fork ended because another branch was answered.
    static boolean isAnsweredElsewhere(CallMessage message) {
        return cause(message, "sip") == 200;
    }

    private static int cause(CallMessage message, String protocol) {
        for (Marked marked : message.seen().sighting().marks()) {
            if (marked.mark() != Mark.REASON) {
                continue;
            }
            for (String value : HeaderText.values(marked.value())) {
                if (value.toLowerCase(Locale.ROOT).startsWith(protocol)) {
                    return HeaderText.number(HeaderText.parameter(value, "cause"));
                }
            }
        }
        return 0;
    }
}
