package io.callogram.analyzer.call;

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

    /// A bit for each first letter, by its code modulo 64.
    private final long initials;

    private SoftwareNames(String... words) {
        this.words = words;
        long letters = 0;
        for (String word : words) {
            letters |= 1L << word.charAt(0);
        }
        initials = letters;
    }

    boolean areIn(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ((initials >>> lower(name.charAt(i)) & 1) != 0 && isAt(name, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String name, int from) {
        for (String word : words) {
            int length = word.length();
            int same = 0;
            while (same < length
                    && from + same < name.length()
                    && lower(name.charAt(from + same)) == word.charAt(same)) {
                same++;
            }
            if (same == length) {
                return true;
            }
        }
        return false;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c;
    }
}
