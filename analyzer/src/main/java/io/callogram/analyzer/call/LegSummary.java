package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.capture.packet.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What correlation needs to know of a leg: small enough to keep for every leg of a capture. Times
/// are nanoseconds, -1 for what was not seen.
///
/// @param tag hash of the requester's From tag
/// @param target Request-URI of the initial request
/// @param callers users and numbers that the caller goes by (From, P-Asserted-Identity …)
/// @param called users and numbers dialled (To, Request-URI)
/// @param diverted users and numbers that Diversion and History-Info name
/// @param source who sent the first request
/// @param destination who got it first
/// @param hops every hop of the initial request
/// @param offers hashes of the origins and audio endpoints that the caller's side described
/// @param answers the same of the callee's side
/// @param callerPhones hashes of Contact and source of the caller's user agent
/// @param calleePhones the same of the callee's
/// @param dialogs its dialogs
/// @param holds when one side held the other
/// @param claims what its messages say about other legs
/// @param redirection first Contact of a 3xx that it got
/// @param servers one of its ends names itself as a server, gateway or traffic generator
/// @param callerMixes the caller's Contact says `isfocus`
/// @param calleeMixes the callee's does
/// @param probing whether it is the try of a scanner
/// @param milestones when what happened
public record LegSummary(
        String callId,
        Method method,
        long tag,
        boolean startUnseen,
        Address from,
        Address to,
        @Nullable Address target,
        List<String> callers,
        List<String> called,
        List<String> diverted,
        Endpoint source,
        Endpoint destination,
        List<Hop> hops,
        long[] offers,
        long[] answers,
        long[] callerPhones,
        long[] calleePhones,
        List<Party> dialogs,
        List<Hold> holds,
        List<Claim> claims,
        @Nullable Address redirection,
        boolean servers,
        boolean callerMixes,
        boolean calleeMixes,
        Probing probing,
        Milestones milestones) {

    /// @param maxForwards of the request on this hop, or -1
    public record Hop(Endpoint from, Endpoint to, long time, int maxForwards) {}

    /// The two tags of a dialog, with when it was confirmed and ended, or -1.
    public record Party(long callerTag, long calleeTag, long confirmed, long ended) {

        boolean hasTags(long one, long other) {
            return (callerTag == one && calleeTag == other)
                    || (callerTag == other && calleeTag == one);
        }
    }

    /// @param end -1 while it lasts
    public record Hold(boolean byCaller, long start, long end) {}

    /// @param alerting first 180, or 182
    /// @param answered 2xx that reached the caller
    /// @param refused final failure that reached the caller
    /// @param status last final response that reached the caller, or 0
    /// @param waiting a response said "call waiting": 182, or Alert-Info
    public record Milestones(
            long start,
            long alerting,
            long answered,
            long refused,
            int status,
            long cancelled,
            long bye,
            boolean byeByCaller,
            long end,
            boolean waiting) {}

    /// When its caller no longer waited: final response, or never.
    long decided() {
        return milestones.answered() >= 0
                ? milestones.answered()
                : milestones.refused() >= 0 ? milestones.refused() : Long.MAX_VALUE;
    }

    /// When it was over, as far as is known.
    long over() {
        if (milestones.bye() >= 0) {
            return milestones.bye();
        }
        boolean failed = milestones.refused() >= 0 && milestones.answered() < 0;
        return failed ? milestones.refused() : Long.MAX_VALUE;
    }
}
