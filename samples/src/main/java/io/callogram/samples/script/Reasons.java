package io.callogram.samples.script;

import static java.util.Map.entry;

import java.util.Map;

/// The reason phrases of RFC 3261 §21 and its extensions.
final class Reasons {
    private static final Map<Integer, String> PHRASES =
            Map.ofEntries(
                    entry(100, "Trying"),
                    entry(180, "Ringing"),
                    entry(181, "Call Is Being Forwarded"),
                    entry(182, "Queued"),
                    entry(183, "Session Progress"),
                    entry(199, "Early Dialog Terminated"),
                    entry(200, "OK"),
                    entry(202, "Accepted"),
                    entry(301, "Moved Permanently"),
                    entry(302, "Moved Temporarily"),
                    entry(400, "Bad Request"),
                    entry(401, "Unauthorized"),
                    entry(403, "Forbidden"),
                    entry(404, "Not Found"),
                    entry(405, "Method Not Allowed"),
                    entry(407, "Proxy Authentication Required"),
                    entry(408, "Request Timeout"),
                    entry(410, "Gone"),
                    entry(423, "Interval Too Brief"),
                    entry(480, "Temporarily Unavailable"),
                    entry(481, "Call/Transaction Does Not Exist"),
                    entry(484, "Address Incomplete"),
                    entry(486, "Busy Here"),
                    entry(487, "Request Terminated"),
                    entry(488, "Not Acceptable Here"),
                    entry(489, "Bad Event"),
                    entry(491, "Request Pending"),
                    entry(500, "Server Internal Error"),
                    entry(503, "Service Unavailable"),
                    entry(600, "Busy Everywhere"),
                    entry(603, "Decline"),
                    entry(604, "Does Not Exist Anywhere"),
                    entry(606, "Not Acceptable"));

    private Reasons() {}

    static String of(int code) {
        String phrase = PHRASES.get(code);
        if (phrase == null) {
            throw new IllegalArgumentException("no reason phrase for " + code);
        }
        return phrase;
    }
}
