package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// What a group could share with a group of the same call: users, media endpoints, identifiers that
/// name other Call-IDs. Two groups without a common tie are never correlated, so a closed group has
/// to wait only for open ones that share a tie.
final class Ties {
    private static final int MOST = 32;
    private static final int SUFFIX = 7;
    private static final long PAIR = 0x9E37_79B9_7F4A_7C15L;

    private static final long PROBE = 0xC2B2_AE3D_27D4_EB4FL;

    /// RFC 7989 §5: 32 hexadecimal digits, all zero for none.
    private static final int UUID = 32;

    private static final String NIL = "0".repeat(UUID);

    private long[] keys = new long[6];
    private int count;

    int count() {
        return count;
    }

    long key(int i) {
        return keys[i];
    }

    void add(Seen seen) {
        Sighting sighting = seen.sighting();
        boolean first = count == 0;
        if (first) {
            add(sighting.callIdKey());
        }
        // A response that comes first stands for a request that was not captured.
        if (first || sighting.isRequest() && sighting.toTag() == 0) {
            user(sighting.from());
            user(sighting.to());
            if (sighting.requestUri() != null) {
                user(sighting.requestUri());
            }
        }
        long pair = keepAlive(sighting);
        if (pair != 0) {
            add(pair);
        }
        long probed = probe(sighting);
        if (probed != 0 && !sighting.isRequest()) {
            add(probed);
        }
        if (seen.session() != null) {
            session(seen.session());
        }
        for (Marked marked : sighting.marks()) {
            mark(marked);
        }
    }

    /// A key that keep-alives between two hosts share, whatever their Call-ID; 0 for anything else.
    static long keepAlive(Sighting s) {
        if (!s.isRequest() || s.method() != Method.OPTIONS || s.toTag() != 0) {
            return 0;
        }
        long one = s.where().from().address().hashCode();
        long other = s.where().to().address().hashCode();
        return (Math.min(one, other) << 32 ^ Math.max(one, other)) * PAIR | 1;
    }

    /// A key that the tries of one source share: of the first request, which may be one, and of the
    /// refusals that scanners get; 0 for anything else. An address that very many share ties
    /// nothing, but a scan that was handed on is known by it.
    static long probe(Sighting s) {
        boolean tried =
                s.method() == Method.REGISTER
                        || s.method() == Method.INVITE
                        || s.method() == Method.OPTIONS;
        if (!tried || s.vias() > 1) {
            return 0;
        }
        if (s.isRequest()) {
            return s.toTag() == 0 ? PROBE * s.where().from().address().hashCode() | 1 : 0;
        }
        boolean refused =
                s.status() == 401 || s.status() == 403 || s.status() == 404 || s.status() == 407;
        return refused ? PROBE * s.where().to().address().hashCode() | 1 : 0;
    }

    private void user(Address address) {
        String number = address.number();
        if (number.length() >= SUFFIX) {
            text(number.substring(number.length() - SUFFIX), 1);
        } else if (!address.user().isEmpty()) {
            text(address.user().toLowerCase(Locale.ROOT), 2);
        }
    }

    private void session(SessionDescription session) {
        text(session.origin(), 3);
        for (Media media : session.media()) {
            if (media.port() != 0) {
                add((media.connection().hashCode() * 65_599L + media.port()) * 31L + 4);
            }
        }
    }

    private void mark(Marked marked) {
        String value = marked.value();
        switch (marked.mark()) {
            case REPLACES, JOIN, TARGET_DIALOG -> callId(upTo(value, ";"));
            case REFER_TO -> referred(value);
            case SESSION_ID -> {
                for (String part : value.split("[;=]", 6)) {
                    if (part.length() == UUID && !part.equals(NIL)) {
                        text(part, 5);
                    }
                }
            }
            case CHARGING_VECTOR -> text(upTo(value, ";"), 6);
            case VENDOR_CALL_ID -> callId(value.substring(value.indexOf(": ") + 1));
            case ASSERTED_IDENTITY,
                    REMOTE_PARTY_ID,
                    DIVERSION,
                    HISTORY_INFO,
                    PREFERRED_IDENTITY,
                    REFERRED_BY,
                    REFER_SUB,
                    REASON,
                    ALERT_INFO,
                    CALL_INFO,
                    PRIVACY,
                    EARLY_MEDIA,
                    SESSION_EXPIRES,
                    EVENT,
                    SUBSCRIPTION_STATE,
                    REQUIRE,
                    RSEQ,
                    RACK,
                    RETRY_AFTER,
                    WARNING,
                    CONTENT_TYPE,
                    CONTENT_DISPOSITION,
                    CHALLENGE,
                    PROXY_CHALLENGE,
                    CREDENTIALS,
                    PROXY_CREDENTIALS,
                    AGENT,
                    SERVER,
                    FOCUS,
                    GIST -> {}
        }
    }

    /// Refer-To: the dialog in its Replaces, and the user it names.
    private void referred(String value) {
        int replaces = value.indexOf("Replaces=");
        if (replaces >= 0) {
            String callId = upTo(upTo(value.substring(replaces + 9), "%3B"), "%3b");
            callId(callId.replace("%40", "@"));
        }
        int user = value.indexOf("sip:");
        int at = value.indexOf('@', user);
        if (user >= 0 && at > user) {
            text(value.substring(user + 4, at).toLowerCase(Locale.ROOT), 2);
        }
    }

    private void callId(String text) {
        add(Hash64.of(text.strip().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void text(String text, int kind) {
        add(text.hashCode() * 31L + kind);
    }

    private static String upTo(String text, String end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private void add(long key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return;
            }
        }
        if (count == MOST) {
            return;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = key;
    }
}
