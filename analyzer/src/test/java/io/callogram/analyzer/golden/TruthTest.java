package io.callogram.analyzer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.generator.Mix;
import io.callogram.samples.generator.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules against the generator, which knows what it played.
class TruthTest {
    private static final int CALLS = 800;

    private static final Set<String> COUNTED =
            Set.of(
                    "register",
                    "register-refresh",
                    "register-fetch",
                    "register-third-party",
                    "register-failed",
                    "deregister",
                    "call-setup",
                    "session-modify",
                    "release",
                    "busy",
                    "no-answer-cancel",
                    "no-answer-timeout",
                    "caller-abandon",
                    "rejected",
                    "forward-busy",
                    "forward-no-answer",
                    "forward-unconditional",
                    "forward-not-reachable",
                    "call-deflection",
                    "redirect",
                    "hold",
                    "call-waiting",
                    "blind-transfer",
                    "attended-transfer",
                    "consultation-call",
                    "three-way",
                    "ringback-tone",
                    "call-pickup",
                    "fork",
                    "session-refresh",
                    "prack",
                    "auth-challenge",
                    "early-media",
                    "dtmf-info",
                    "fax-t38",
                    "glare",
                    "video-upgrade",
                    "unreachable",
                    "options-ping",
                    "subscribe-notify",
                    "message",
                    "scan-attack");

    @TempDir Path folder;

    @Test
    void saysOfGeneratedCallsWhatIsTrueOfThem() throws IOException {
        Traffic traffic = Traffic.of(CALLS, 4, 11, Mix.of("default"));
        Confusion confusion = Accuracy.of(traffic, folder, COUNTED::contains);
        assertThat(confusion.mistakes()).isEmpty();
        assertThat(confusion.split()).isZero();
        // Whatever of these the mix plays was met, so that nothing is right for want of trying.
        assertThat(confusion.flows().keySet())
                .contains("register-refresh", "session-modify", "call-waiting", "redirect");
    }
}
