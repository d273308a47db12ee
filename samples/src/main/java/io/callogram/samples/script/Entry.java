package io.callogram.samples.script;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is true of a scene: what an analyzer should say of it when it has seen all captured
/// packets.
public final class Entry {
    /// Which flow names the whole, first match first; tags and unlisted flows come after in the
    /// order they were noted.
    private static final List<String> PRECEDENCE =
            List.of(
                    "scan-attack",
                    "three-way",
                    "conference-focus",
                    "attended-transfer",
                    "blind-transfer",
                    "call-park",
                    "call-pickup",
                    "forward-busy",
                    "forward-no-answer",
                    "forward-unconditional",
                    "forward-not-reachable",
                    "call-deflection",
                    "redirect",
                    "call-waiting",
                    "ringback-tone",
                    "hold",
                    "fax-t38",
                    "session-modify",
                    "busy",
                    "no-answer-cancel",
                    "no-answer-timeout",
                    "caller-abandon",
                    "rejected",
                    "unreachable",
                    "call-setup",
                    "release");

    private final Set<String> callIds = new LinkedHashSet<>();
    private final Set<String> flows = new LinkedHashSet<>();
    private String kind = "call";
    private String caller = "";
    private String callee = "";
    private String outcome = "in-progress";
    private @Nullable String outcomeClass;
    private @Nullable String endedBy;
    private long start = Long.MAX_VALUE;
    private int messages;

    void saw(long at, String callId) {
        start = Math.min(start, at);
        callIds.add(callId);
        messages++;
    }

    public Entry kind(String value) {
        kind = value;
        return this;
    }

    public Entry between(String from, String to) {
        caller = from;
        callee = to;
        return this;
    }

    public Entry outcome(String value) {
        outcome = value;
        return this;
    }

    public Entry outcome(String value, String of) {
        outcome = value;
        outcomeClass = of;
        return this;
    }

    public Entry endedBy(Side side) {
        endedBy = side == Side.CALLER ? "caller" : "callee";
        return this;
    }

    public Entry flow(String slug) {
        flows.add(slug);
        return this;
    }

    public String headline() {
        for (String slug : PRECEDENCE) {
            if (flows.contains(slug)) {
                return slug;
            }
        }
        return flows.isEmpty() ? "" : flows.iterator().next();
    }

    public Set<String> callIds() {
        return callIds;
    }

    public Set<String> flows() {
        return flows;
    }

    public String kind() {
        return kind;
    }

    public String caller() {
        return caller;
    }

    public String callee() {
        return callee;
    }

    public String outcome() {
        return outcome;
    }

    public @Nullable String outcomeClass() {
        return outcomeClass;
    }

    public @Nullable String endedBy() {
        return endedBy;
    }

    public long start() {
        return start;
    }

    /// SIP messages captured, retransmissions counted, capture duplicates not.
    public int messages() {
        return messages;
    }

    /// Scripts give every leg a Call-ID of its own.
    public int legs() {
        return callIds.size();
    }
}
