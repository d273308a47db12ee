package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The last diversion that a message tells of: by Diversion (RFC 5806) or History-Info (RFC 7044
/// with the causes of RFC 4458).
///
/// @param kind null for a reason that names no service
/// @param by who diverted
/// @param reason as written, or the cause
/// @param count how many diversions the message tells of
/// @param proof slug for the evidence
record Diversion(@Nullable FlowKind kind, Address by, String reason, int count, String proof) {

    static @Nullable Diversion of(Sighting s) {
        if (s.marks().isEmpty()) {
            return null;
        }
        Diversion said = said(s);
        return said == null ? history(s) : said;
    }

    /// The topmost value is the last diversion (RFC 5806 §6.1).
    private static @Nullable Diversion said(Sighting s) {
        String last = null;
        int count = 0;
        for (Marked marked : s.marks()) {
            if (marked.mark() == Mark.DIVERSION) {
                List<String> values = HeaderText.values(marked.value());
                last = last == null ? values.getFirst() : last;
                count += values.size();
            }
        }
        if (last == null) {
            return null;
        }
        String reason = HeaderText.parameter(parameters(last), "reason").toLowerCase(Locale.ROOT);
        String proof = reason.isEmpty() ? "diversion" : "diversion-" + reason;
        return new Diversion(kind(reason), HeaderText.address(last), reason, count, proof);
    }

    private static @Nullable FlowKind kind(String reason) {
        return switch (reason) {
            case "user-busy" -> FlowKind.FORWARD_BUSY;
            case "no-answer" -> FlowKind.FORWARD_NO_ANSWER;
            case "unconditional", "follow-me", "time-of-day", "do-not-disturb" ->
                    FlowKind.FORWARD_UNCONDITIONAL;
            case "unavailable", "out-of-service", "away" -> FlowKind.FORWARD_NOT_REACHABLE;
            case "deflection" -> FlowKind.CALL_DEFLECTION;
            default -> null;
        };
    }

    /// The cause stands in the URI of the new target; whoever stands before it diverted. Older
    /// entries give it in a Reason within the URI of who diverted.
    private static @Nullable Diversion history(Sighting s) {
        Address before = null;
        Address by = null;
        int cause = 0;
        int count = 0;
        for (Marked marked : s.marks()) {
            if (marked.mark() != Mark.HISTORY_INFO) {
                continue;
            }
            for (String value : HeaderText.values(marked.value())) {
                Address entry = HeaderText.address(value);
                int own = HeaderText.number(HeaderText.parameter(entry.parameters(), "cause"));
                int embedded = embedded(entry);
                if (own > 0 || embedded > 0) {
                    cause = own > 0 ? own : embedded;
                    by = own > 0 ? before : entry;
                    count++;
                }
                before = entry;
            }
        }
        return cause == 0 || by == null
                ? null
                : new Diversion(
                        kind(cause), by, Integer.toString(cause), count, "history-info-" + cause);
    }

    private static int embedded(Address entry) {
        String reason = HeaderText.header(entry.parameters(), "Reason");
        return reason.toLowerCase(Locale.ROOT).startsWith("sip")
                ? HeaderText.number(HeaderText.parameter(reason, "cause"))
                : 0;
    }

    private static @Nullable FlowKind kind(int cause) {
        return switch (cause) {
            case 486, 600 -> FlowKind.FORWARD_BUSY;
            case 408 -> FlowKind.FORWARD_NO_ANSWER;
            case 302 -> FlowKind.FORWARD_UNCONDITIONAL;
            case 503, 404 -> FlowKind.FORWARD_NOT_REACHABLE;
            case 480, 487 -> FlowKind.CALL_DEFLECTION;
            default -> null;
        };
    }

    /// Those of the header field, not those of the URI in it.
    private static String parameters(String value) {
        int close = value.lastIndexOf('>');
        return close < 0 ? value : value.substring(close + 1);
    }

    boolean isBy(@Nullable Diversion other) {
        return other != null && Branch.isSameUser(by, other.by);
    }
}
