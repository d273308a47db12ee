package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final String CHALLENGED =
            """
            0.00 A>R REGISTER 1 a/ to=1001 expires=3600
            0.01 R>A 401/REGISTER 1 a/r to=1001 CHALLENGE=Digest_nonce="1"
            0.02 A>R REGISTER 2 a/ to=1001 expires=3600 CREDENTIALS=Digest_response="…"
            0.03 R>A 200/REGISTER 2 a/r to=1001 expires=1800
            """;

    @Test
    void namesARegistrationWithItsChallenge() {
        assertThat(Named.in(CHALLENGED)).containsExactly("register high");
        assertThat(Named.told(CHALLENGED, FlowKind.REGISTER))
                .isEqualTo("A=1001 challenged=true requested=3600 granted=1800");
    }

    @Test
    void namesALaterOneARefresh() {
        assertThat(
                        Named.in(
                                CHALLENGED
                                        + """
                                        900 A>R REGISTER 3 a/ to=1001 expires=3600
                                        900.1 R>A 200/REGISTER 3 a/r to=1001 expires=1800
                                        """))
                .containsExactly("register high", "register-refresh high");
    }

    @Test
    void namesItARegistrationAgainAfterTheBindingExpired() {
        assertThat(
                        Named.in(
                                CHALLENGED
                                        + """
                                        1900 A>R REGISTER 3 a/ to=1001 expires=3600
                                        1900.1 R>A 200/REGISTER 3 a/r to=1001 expires=1800
                                        """))
                .containsExactly("register high", "register high");
    }

    @Test
    void namesARemovalADeregistration() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 expires=0
                                0.01 R>A 200/REGISTER 1 a/r to=1001 contacts=0
                                """))
                .containsExactly("deregister high");
    }

    @Test
    void doesNotTakeARefusedRemovalForADeregistration() {
        String refused =
                """
                0.00 A>R REGISTER 1 a/ to=1001 expires=0 CREDENTIALS=Digest_response="…"
                0.01 R>A 401/REGISTER 1 a/r to=1001 CHALLENGE=Digest_nonce="2"
                """;
        assertThat(Named.in(refused)).containsExactly("register-failed high");
        assertThat(Named.told(refused, FlowKind.REGISTER_FAILED))
                .isEqualTo("A=1001 intent=deregister code=401");
    }

    @Test
    void doesNotTakeAQuestionForARegistration() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 contacts=0
                                0.01 R>A 200/REGISTER 1 a/r to=1001 expires=1800
                                """))
                .containsExactly("register-fetch high");
    }

    @Test
    void doesNotTakeAChallengeAloneForARefusalWithCertainty() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 expires=60
                                0.01 R>A 401/REGISTER 1 a/r to=1001 CHALLENGE=Digest_nonce="2"
                                """))
                .containsExactly("register-failed medium");
    }

    @Test
    void takesAnEmptyResponseForNoCredentials() {
        assertThat(
                        Named.told(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 expires=60 CREDENTIALS=Digest_response=""
                                0.01 R>A 401/REGISTER 1 a/r to=1001 CHALLENGE=Digest_nonce="2"
                                0.02 A>R REGISTER 2 a/ to=1001 expires=60 CREDENTIALS=Digest_response="…"
                                0.03 R>A 200/REGISTER 2 a/r to=1001 expires=60
                                """,
                                FlowKind.REGISTER))
                .doesNotContain("maybeRefresh");
    }

    @Test
    void saysThatARegistrationWithCredentialsAtOnceMayBeARefresh() {
        String begun =
                """
                0.00 A>R REGISTER 7 a/ to=1001 expires=60 CREDENTIALS=Digest_response="…"
                0.01 R>A 200/REGISTER 7 a/r to=1001 expires=60
                """;
        assertThat(Named.in(begun)).containsExactly("register medium");
        assertThat(Named.told(begun, FlowKind.REGISTER)).contains("maybeRefresh=true");
    }

    @Test
    void doesNotCallABriefIntervalAFailure() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 expires=10
                                0.01 R>A 423/REGISTER 1 a/r to=1001
                                0.02 A>R REGISTER 2 a/ to=1001 expires=60
                                0.03 R>A 200/REGISTER 2 a/r to=1001 expires=60
                                """))
                .containsExactly("register high");
    }

    @Test
    void countsCredentialsThatWereRefusedAgainAndAgain() {
        String guessing =
                """
                0.00 A>R REGISTER 1 a/ to=1001 expires=60
                0.01 R>A 401/REGISTER 1 a/r to=1001 CHALLENGE=Digest_nonce="1"
                0.02 A>R REGISTER 2 a/ to=1001 expires=60 CREDENTIALS=Digest_response="…"
                0.03 R>A 401/REGISTER 2 a/r to=1001 CHALLENGE=Digest_nonce="2"
                0.04 A>R REGISTER 3 a/ to=1001 expires=60 CREDENTIALS=Digest_response="…"
                0.05 R>A 401/REGISTER 3 a/r to=1001 CHALLENGE=Digest_nonce="3"
                """;
        assertThat(Named.in(guessing)).containsExactly("register-failed high");
        assertThat(Named.told(guessing, FlowKind.REGISTER_FAILED))
                .isEqualTo("A=1001 intent=register code=401 rounds=2");
    }

    @Test
    void namesWhoRegistersForSomebodyElse() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1002 expires=3600
                                0.01 R>A 200/REGISTER 1 a/r to=1002 expires=3600
                                """))
                .containsExactly("register high", "register-third-party high");
    }
}
