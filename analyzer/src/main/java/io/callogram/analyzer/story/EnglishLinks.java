package io.callogram.analyzer.story;

/// Why legs are one call, in English.
final class EnglishLinks {

    static final String GROUNDS =
            """
            L.pickup = {0} is answered together with it
            L.three-way = {0} mixes it with its call of {1} s before
            L.consultation = {0} calls while the other party is held since {1} s
            L.call-waiting = {0} is called while talking for {1} s
            L.same-call-id = same Call-ID {0} with another From tag
            L.join = Join names {0}
            L.target-dialog = Target-Dialog names {0}
            L.consult = Replaces in Refer-To names {0}
            L.replaces = Replaces names {0}
            L.both-name = REFER and INVITE both name {0}
            L.session-id = both have Session-ID {0}
            L.charging-vector = both have icid-value {0}
            L.header = both have header value {0}
            L.header-names = a header field names Call-ID {0}
            L.refer = INVITE to {0} {1} s after REFER with this Refer-To
            L.also = INVITE to {0} {1} s after BYE with this Also
            L.agent-gives-both = both have the agent's correlation {0}
            L.agent-names = the agent's correlation is Call-ID {0}
            L.known-tool = {0}: a known tool
            L.guesses = {0}: a password guessed again and again
            L.tries = {0}: {1} tries within a minute
            L.keep-alive = OPTIONS between {0} and {1}
            L.conference = both are in {0} at the same time
            L.re-submission = new Call-ID after {0} to the same caller
            L.crossed = {0} offers the second leg what the first answered
            L.leaves = leaves {0} {1} s after the other came in
            L.caller = caller {0}
            L.called = called {0}
            L.diverted = diverted from {0}
            L.other-parties = other caller and other callee
            L.session-passes = session description passes through
            L.made-from = Call-ID {0} is made from {1}
            L.responses-follow = its responses follow
            L.end-together = both end together
            L.max-forwards = Max-Forwards lower by {0}
            """;

    private EnglishLinks() {}
}
