package io.callogram.analyzer.pseudonym;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words that belong to the protocol, and those by which servers and callers who hide are known.
/// Everything else is somebody's.
final class Vocabulary {

    /// Nobody's name.
    private static final Set<String> NOBODY =
            words(
                    """
                    anonymous restricted unknown unavailable invalid localhost friendly scanner
                    sipvicious sipcli sundayddr vaxsipuseragent pplsip sip scan iwar sipsak
                    """);

    /// Servers that take a person's place are known by such words in their names.
    private static final Set<String> SERVERS =
            words("moh vm voice mail crbt rbt cat mrf annc ring");

    private static final List<String> SERVER_PREFIXES = List.of("conf", "music");
    private static final List<String> SERVER_PARTS =
            List.of("conference", "voicemail", "mailbox", "park", "orbit");

    private static final Set<String> SCHEMES =
            words("sip sips tel im pres http https urn mailto cid ws wss xmpp h323 msrp msrps");

    /// Parameters whose values are protocol.
    private static final Set<String> PLAIN_PARAMETERS =
            words(
                    """
                    transport ttl user method lr q expires rport alias cause protocol counter limit
                    privacy reason screen party id-type index refresher purpose handling charset
                    retry-after duration algorithm qop nc stale alg ppt reg-id ob rc mp np keep
                    text-direction encoding content version cpi id early-only answer-after info
                    language appearance-index call-arc require actor local-dir
                    """);

    private static final Set<String> SECRET_PARAMETERS =
            words("nonce response cnonce opaque nextnonce rspauth auts ik ck password");

    private static final Set<String> PLAIN_FIELDS =
            words(
                    """
                    cseq max-forwards content-length content-type content-disposition
                    content-encoding content-language content-transfer-encoding mime-version expires
                    min-expires allow allow-events supported require proxy-require unsupported accept
                    accept-encoding accept-language event subscription-state session-expires min-se
                    rseq rack retry-after timestamp date privacy priority refer-sub flow-timer
                    security-client security-server security-verify max-breadth p-early-media
                    request-disposition sip-etag sip-if-match answer-mode recv-info info-package
                    messages-waiting voice-message fax-message text-message cc-state norefersub
                    suppress-if-match feature-caps resource-priority p-asserted-service
                    p-preferred-service
                    """);

    private static final Set<String> PROSE =
            words(
                    """
                    a absolute accept acceptable access accepted account address alerting all
                    allocated already ambiguous and another answer answered any at auth
                    authentication authorization available away bad be bearer body boundary brief
                    busy by call called caller calling cancel cancelled capability cause changed
                    channel choice clearing client code codec collision completed complete
                    completion conflict congestion connection consent content data declined decline
                    denied dead destination dial dialing dialog disconnected disturb do does elsewhere
                    ended enhance entity equipment error established event everywhere exceeded exist
                    expired extension facility failed failure feature find flow for forbidden format
                    forwarded forwarding found from gateway global gone hangup has header held here
                    hops hunger identity immediate implemented in incompatible incoming incomplete
                    info insufficient integrity interface internal interval interworking invalid is
                    it large length limit local location long loop lower maintenance many maximum
                    media medium message method minimum missing modified moved multiple net
                    network no normal not number of off ok on once operator order other out outgoing
                    ok package party pending permanently phone picked point precondition present
                    processing progress proxy queued quality queue reached recovery redirected
                    refer refused rejected released replaced request requested required
                    reserved resource response responding restricted ringing route routing
                    scheduled sent server service session short sip small state status subscribed
                    subscriber subscription such system teardown technical temporarily terminated
                    terminating the this time timeout timer to too transaction transfer transit
                    transport trunk trying type unable unacceptable unallocated unassigned
                    unauthorized unavailable unconditional undecipherable unexpected unknown
                    unspecified unsupported unwanted update uri use used user using version video
                    auto intercom external alert bellcore your important us you
                    please try again later voice wait waiting warning was with wrong bandwidth isdn
                    isup q.850 sdp
                    invite ack bye options register notify subscribe publish prack info messages
                    """);

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(List.of(text.strip().split("\\s+"))));
    }

    static boolean isNobody(String word) {
        return NOBODY.contains(lower(word)) || SERVERS.contains(lower(word));
    }

    static boolean isScheme(String word) {
        return SCHEMES.contains(lower(word));
    }

    static boolean isPlainParameter(String name) {
        return PLAIN_PARAMETERS.contains(lower(name));
    }

    static boolean isSecretParameter(String name) {
        return SECRET_PARAMETERS.contains(lower(name));
    }

    static boolean isPlainField(String name) {
        return PLAIN_FIELDS.contains(lower(name));
    }

    static boolean isProse(String word) {
        return PROSE.contains(lower(word));
    }

    /// The part of a word by which a server is known, or empty.
    static String serverPart(String word) {
        String small = lower(word);
        for (String part : SERVER_PARTS) {
            if (small.contains(part)) {
                return part;
            }
        }
        for (String prefix : SERVER_PREFIXES) {
            if (small.startsWith(prefix)) {
                return prefix;
            }
        }
        return "";
    }

    static boolean speaks(String word) {
        return isNobody(word) || !serverPart(word).isEmpty();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
