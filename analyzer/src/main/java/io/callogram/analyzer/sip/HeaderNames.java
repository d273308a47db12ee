package io.callogram.analyzer.sip;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The long names of header fields as their RFCs write them, for people.
final class HeaderNames {

    /// Fields that the scanner does not read, with the compact forms of some (RFC 3261 §7.3.3 and
    /// extensions) in front.
    private static final List<String> OTHERS =
            List.of(
                    "a:Accept-Contact",
                    "d:Request-Disposition",
                    "j:Reject-Contact",
                    "k:Supported",
                    "n:Identity-Info",
                    "s:Subject",
                    "u:Allow-Events",
                    "y:Identity",
                    "Accept",
                    "Accept-Encoding",
                    "Accept-Language",
                    "Allow",
                    "Authentication-Info",
                    "Content-Language",
                    "Error-Info",
                    "Flow-Timer",
                    "Geolocation",
                    "Info-Package",
                    "In-Reply-To",
                    "MIME-Version",
                    "Min-Expires",
                    "Min-SE",
                    "Organization",
                    "P-Access-Network-Info",
                    "P-Associated-URI",
                    "P-Called-Party-ID",
                    "P-Visited-Network-ID",
                    "Path",
                    "Priority",
                    "Proxy-Require",
                    "Reply-To",
                    "Route",
                    "Security-Client",
                    "Security-Server",
                    "Security-Verify",
                    "Service-Route",
                    "SIP-ETag",
                    "SIP-If-Match",
                    "Timestamp",
                    "Unsupported");

    private static final Map<String, String> LONG = new HashMap<>();

    static {
        for (String entry : OTHERS) {
            String name = entry.substring(entry.indexOf(':') + 1);
            LONG.put(name.toLowerCase(Locale.ROOT), name);
            LONG.put(entry.substring(0, Math.max(entry.indexOf(':'), 0)), name);
        }
        LONG.remove("");
        for (Field field : Field.values()) {
            LONG.put(field.canonical.toLowerCase(Locale.ROOT), field.canonical);
            if (field.compact != 0) {
                LONG.put(String.valueOf(field.compact), field.canonical);
            }
        }
    }

    private HeaderNames() {}

    /// The long name, or the name as written when it is not known.
    static String canonical(String written) {
        return LONG.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }
}
