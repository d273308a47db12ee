package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.PhoneNumber;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a group could share with a group of the same call: users, media endpoints, identifiers that
/// name other Call-IDs. Two groups without a common tie are never correlated, so a closed group has
/// to wait only for open ones that share a tie.
final class Ties {
    private static final int MOST = 32;
    private static final int SUFFIX = 7;
    private static final long PAIR = 0x9E37_79B9_7F4A_7C15L;

    private static final long PROBE = 0xC2B2_AE3D_27D4_EB4FL;

    /// The low bits of a key say what it is.
    private static final int KINDS = 7;

    private static final int NAMED = 0;
    private static final int USER = 1;
    private static final int MEDIA = 2;
    private static final int PAIR_OF_HOSTS = 3;

    private static final int CALLER = 1;
    private static final int CALLED = 2;

    /// RFC 7989 §5: 32 hexadecimal digits, all zero for none.
    private static final int UUID = 32;

    private static final String NIL = "0".repeat(UUID);

    private final Course course = new Course();
    private long[] keys = new long[6];
    private int count;

    /// Which keys are users that make the call, and that get it.
    private int callers;

    private int called;

    int count() {
        return count;
    }

    long key(int i) {
        return keys[i];
    }

    void add(Seen seen) {
        Sighting sighting = seen.sighting();
        boolean first = count == 0;
        course.add(sighting);
        if (first) {
            add(sighting.callIdKey(), NAMED);
        }
        if (course.invites()) {
            // A response that comes first stands for a request that was not captured.
            if (first || sighting.isRequest() && sighting.toTag() == 0) {
                calls(user(sighting.from()));
                called(user(sighting.to()));
                if (sighting.requestUri() != null) {
                    called(user(sighting.requestUri()));
                }
            }
            if (seen.session() != null) {
                course.add(seen.session());
                session(seen.session());
            }
        }
        long pair = keepAlive(sighting);
        if (pair != 0) {
            add(pair, PAIR_OF_HOSTS);
        }
        long probed = sighting.isRequest() ? 0 : probe(sighting);
        if (probed != 0) {
            add(probed, NAMED);
        }
        for (Marked marked : sighting.marks()) {
            mark(marked);
        }
        String correlation = sighting.where().correlation();
        if (correlation != null && course.invites()) {
            callId(correlation);
        }
    }

    /// Whether two groups may be found to be one call.
    static boolean mayTie(Ties one, Ties other) {
        boolean ordered = one.course.isBefore(other.course);
        Ties earlier = ordered ? one : other;
        Ties later = ordered ? other : one;
        boolean media = false;
        boolean users = false;
        int after = 0;
        int both = 0;
        for (int i = 0; i < earlier.count; i++) {
            int at = later.indexOf(earlier.keys[i]);
            if (at < 0) {
                continue;
            }
            int kind = (int) earlier.keys[i] & KINDS;
            if (kind == NAMED || kind == PAIR_OF_HOSTS) {
                return true;
            }
            media |= kind == MEDIA;
            if (kind == USER) {
                users = true;
                after |= later.roles(at);
                both |= earlier.roles(i) & later.roles(at);
            }
        }
        Course.Common common =
                new Course.Common(
                        media,
                        (both & CALLER) != 0,
                        (both & CALLED) != 0,
                        (after & CALLER) != 0,
                        (after & CALLED) != 0,
                        users);
        return Course.mayBeOne(earlier.course, later.course, common);
    }

    /// Whether a key is that of keep-alives between two hosts.
    static boolean isKeepAlive(long key) {
        return ((int) key & KINDS) == PAIR_OF_HOSTS;
    }

    private int roles(int key) {
        return (callers >>> key & 1) * CALLER | (called >>> key & 1) * CALLED;
    }

    private int indexOf(long key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
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
    /// refusals that scanners get; 0 for anything else.
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

    private int user(Address address) {
        return user(address.user(), address.number());
    }

    private void calls(int at) {
        callers |= at < 0 ? 0 : 1 << at;
    }

    private void called(int at) {
        called |= at < 0 ? 0 : 1 << at;
    }

    private int user(String user, String number) {
        if (number.length() >= SUFFIX) {
            return add(hash(number, number.length() - SUFFIX, number.length()), USER);
        }
        return user.isEmpty() ? -1 : add(~hash(user, 0, user.length()), USER);
    }

    private void session(SessionDescription session) {
        add(session.origin().hashCode() * PAIR, MEDIA);
        for (Media media : session.media()) {
            if (media.port() != 0) {
                add((media.connection().hashCode() * 65_599L + media.port()) * PAIR, MEDIA);
            }
        }
    }

    private void mark(Marked marked) {
        String value = marked.value();
        switch (marked.mark()) {
            case REPLACES, JOIN, TARGET_DIALOG -> callId(upTo(value, ";"));
            case REFER_TO, ALSO -> referred(value);
            case DIVERSION, HISTORY_INFO -> called(user(value));
            case SESSION_ID -> {
                for (String part : value.split("[;=]", 6)) {
                    if (part.length() == UUID && !part.equals(NIL)) {
                        named(part);
                    }
                }
            }
            case CHARGING_VECTOR -> named(upTo(value, ";"));
            case VENDOR_CALL_ID -> callId(value.substring(value.indexOf(": ") + 1));
            case ASSERTED_IDENTITY,
                    REMOTE_PARTY_ID,
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

    /// Key of the Call-ID that a header field names, or 0.
    static long named(Marked marked) {
        return switch (marked.mark()) {
            case REPLACES, JOIN, TARGET_DIALOG -> hash(upTo(marked.value(), ";"));
            case REFER_TO -> replaced(marked.value());
            default -> 0;
        };
    }

    private static long hash(String callId) {
        return Hash64.of(callId.strip().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The Replaces of a Refer-To, or 0.
    private static long replaced(String value) {
        int replaces = value.indexOf("Replaces=");
        if (replaces < 0) {
            return 0;
        }
        String callId = upTo(upTo(value.substring(replaces + 9), "%3B"), "%3b");
        return hash(callId.replace("%40", "@"));
    }

    /// Refer-To: the dialog in its Replaces, and the user it names.
    private void referred(String value) {
        long replaced = replaced(value);
        if (replaced != 0) {
            add(replaced, NAMED);
        }
        user(value);
    }

    /// The user of a SIP URI; its place, or -1.
    private int user(String value) {
        int scheme = value.indexOf("sip:");
        int at = value.indexOf('@', scheme);
        if (scheme < 0 || at < scheme) {
            return -1;
        }
        String user = value.substring(scheme + 4, at);
        return user(user, PhoneNumber.of(user));
    }

    private void callId(String text) {
        add(hash(text), NAMED);
    }

    private void named(String text) {
        add(hash(text, 0, text.length()), NAMED);
    }

    /// Case does not matter.
    private static long hash(String text, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ Character.toLowerCase(text.charAt(i))) * PAIR;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private static String upTo(String text, String end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /// Its place, or -1 when there are too many.
    private int add(long hash, int kind) {
        long key = hash & ~KINDS | kind | KINDS + 1;
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        if (count == MOST) {
            return -1;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count] = key;
        return count++;
    }
}
