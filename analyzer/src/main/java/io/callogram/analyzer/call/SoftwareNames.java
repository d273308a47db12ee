package io.callogram.analyzer.call;

import java.util.Locale;

/// Words in the names by which software introduces itself, in any case.
final class SoftwareNames {

    /// Servers, gateways and traffic generators: what has many calls at once is no phone with a
    /// call waiting.
    static final SoftwareNames SERVERS =
            new SoftwareNames(
                    "pbx",
                    "gateway",
                    "sipp",
                    "freeswitch",
                    "kamailio",
                    "opensips",
                    "sbc",
                    "media",
                    "3cx");

    /// Tools that probe others' servers.
    static final SoftwareNames SCANNERS =
            new SoftwareNames(
                    "friendly-scanner",
                    "sipvicious",
                    "sipcli",
                    "sundayddr",
                    "vaxsipuseragent",
                    "pplsip",
                    "sip-scan",
                    "iwar",
                    "sipsak");

    private final String[] words;

    private SoftwareNames(String... words) {
        this.words = words;
    }

    boolean areIn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
