package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads out of kept header values what they say about other legs.
public final class ClaimReading {

    private static final int LONGEST = 2048;

    private ClaimReading() {}

    static void from(Seen seen, Method initial, List<Claim> claims) {
        Sighting s = seen.sighting();
        String given = initial == Method.INVITE ? s.where().correlation() : null;
        if (given != null && !isOwn(given, s.callId())) {
            Claim claim = new Claim.Correlated(given);
            if (!claims.contains(claim)) {
                claims.add(claim);
            }
        }
        boolean invites = s.isRequest() && s.method() == Method.INVITE && s.toTag() == 0;
        for (int i = 0; i < s.marks().size(); i++) {
            Marked marked = s.marks().get(i);
            Claim claim =
                    switch (marked.mark()) {
                        case REPLACES -> invites ? names("replaces", marked.value()) : null;
                        case JOIN -> invites ? names("join", marked.value()) : null;
                        case TARGET_DIALOG ->
                                s.isRequest() ? names("target-dialog", marked.value()) : null;
                        case REFER_TO ->
                                s.isRequest() && s.method() == Method.REFER
                                        ? refers(s, marked.value())
                                        : null;
                        case ALSO ->
                                s.isRequest() && s.method() == Method.BYE
                                        ? new Claim.Refers(
                                                "also",
                                                AddressText.read(marked.value()),
                                                s.where().to(),
                                                s.time())
                                        : null;
                        case REFERRED_BY ->
                                invites ? new Claim.ReferredBy(referrer(marked.value())) : null;
                        case SESSION_ID -> null;
                        case CHARGING_VECTOR -> invites ? charged(marked.value()) : null;
                        case VENDOR_CALL_ID -> vendor(marked.value());
                        default -> null;
                    };
            if (claim != null && !claims.contains(claim)) {
                claims.add(claim);
            }
            if (marked.mark() == io.callogram.analyzer.sip.Mark.SESSION_ID
                    && initial == Method.INVITE) {
                sessions(marked.value(), claims);
            }
        }
    }

    /// Many agents give every message its own Call-ID, whole or up to the host.
    private static boolean isOwn(String given, String callId) {
        return callId.startsWith(given)
                && (given.length() == callId.length() || callId.charAt(given.length()) == '@');
    }

    /// `call-id;to-tag=…;from-tag=…`. Some write the tags from the wrong side, so their order is
    /// not relied on.
    public static Claim.@Nullable Names names(String kind, String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        int end = value.indexOf(';');
        String callId = (end < 0 ? value : value.substring(0, end)).trim();
        if (callId.isEmpty()) {
            return null;
        }
        String to =
                HeaderText.parameter(value, kind.equals("target-dialog") ? "remote-tag" : "to-tag");
        String from =
                HeaderText.parameter(
                        value, kind.equals("target-dialog") ? "local-tag" : "from-tag");
        return new Claim.Names(kind, callId, tag(to), tag(from), value);
    }

    /// RFC 3891 §3: a tag of "0" stands for none.
    private static long tag(String text) {
        return text.isEmpty() || text.equals("0") ? 0 : Keys.of(text);
    }

    private static Claim refers(Sighting s, String value) {
        Address target = AddressText.read(value);
        String replaces = HeaderText.header(target.parameters(), "replaces");
        Claim.Names named = replaces.isEmpty() ? null : names("consult", replaces);
        return named == null ? new Claim.Refers("refer", target, s.where().to(), s.time()) : named;
    }

    private static String referrer(String value) {
        return Keys.user(AddressText.read(value));
    }

    private static @Nullable Claim charged(String value) {
        String icid = HeaderText.parameter(';' + value, "icid-value");
        return icid.isEmpty() ? null : new Claim.Shares("charging-vector", icid);
    }

    private static @Nullable Claim vendor(String value) {
        int colon = value.indexOf(':');
        String shared = value.substring(colon + 1).trim();
        return shared.length() < 6 || shared.length() > LONGEST
                ? null
                : new Claim.Shares("header", shared);
    }

    /// RFC 7989 has a local and a `remote` UUID, RFC 7329 only one; all-zero means unknown.
    private static void sessions(String value, List<Claim> claims) {
        int end = value.indexOf(';');
        session(end < 0 ? value : value.substring(0, end), claims);
        session(HeaderText.parameter(value, "remote"), claims);
    }

    private static void session(String written, List<Claim> claims) {
        String uuid = written.trim().toLowerCase(Locale.ROOT);
        if (uuid.length() >= 16 && !isZero(uuid)) {
            Claim claim = new Claim.Shares("session-id", uuid);
            if (!claims.contains(claim)) {
                claims.add(claim);
            }
        }
    }

    private static boolean isZero(String uuid) {
        for (int i = 0; i < uuid.length(); i++) {
            if (uuid.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
