package io.callogram.samples.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void readsThemFromTheReadme() {
        Claims claims =
                Claims.of(
                        """
                        # A title

                        * Flow: hold
                        * Variant of: release, session-modify
                        * Near miss of: three-way. Only two talk: v1.0 of the rule. Really.
                          只有两方通话。

                        * Another list
                        """);
        assertThat(claims.examples()).containsExactly("hold");
        assertThat(claims.variants()).containsExactly("release", "session-modify");
        assertThat(claims.nearMisses())
                .containsExactly(
                        new Claims.NearMiss(
                                "three-way",
                                "Only two talk: v1.0 of the rule. Really.",
                                "只有两方通话。"));
    }

    @Test
    void aReadmeNeedNotClaimAnything() {
        assertThat(Claims.of("# A title\n")).isEqualTo(new Claims(List.of(), List.of(), List.of()));
    }

    @Test
    void saysWhereTheReasonIsMissing() {
        assertThatThrownBy(() -> Claims.of("* Near miss of: hold\n")).hasMessageContaining("hold");
        assertThatThrownBy(() -> Claims.of("* Near miss of: hold. English only.\n\nMore.\n"))
                .hasMessageContaining("English only");
    }
}
