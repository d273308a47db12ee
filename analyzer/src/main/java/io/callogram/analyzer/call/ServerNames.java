package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import java.util.Locale;

/// Names by which servers, gateways and traffic generators introduce themselves: what has many
/// calls at once is no phone with a call waiting.
final class ServerNames {

    private static final List<String> KNOWN =
            List.of(
                    "pbx",
                    "gateway",
                    "sipp",
                    "freeswitch",
                    "kamailio",
                    "opensips",
                    "sbc",
                    "media",
                    "3cx");

    private ServerNames() {}

    static boolean isServer(Sighting s) {
        boolean party = s.isRequest() || (s.status() > 100 && s.status() < 300);
        String agent = party ? s.first(s.isRequest() ? Mark.AGENT : Mark.SERVER) : null;
        if (agent == null) {
            return false;
        }
        String name = agent.toLowerCase(Locale.ROOT);
        for (int i = 0; i < KNOWN.size(); i++) {
            if (name.contains(KNOWN.get(i))) {
                return true;
            }
        }
        return false;
    }
}
