package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The messages of RFC 4475 and RFC 5118, byte for byte. `valid` is what the RFC says a parser must
/// accept; what the scanner notes beside that are remarks on style (no branch, as before RFC 3261).
class TortureTest {

    private static final String RFC_4475 =
            """
            wsinv      3.1.1.1  valid
            intmeth    3.1.1.2  valid
            esc01      3.1.1.3  valid
            escnull    3.1.1.4  valid
            esc02      3.1.1.5  valid
            lwsdisp    3.1.1.6  valid
            longreq    3.1.1.7  valid   branch-missing
            dblreq     3.1.1.8  valid   bytes-after-body
            semiuri    3.1.1.9  valid
            transports 3.1.1.10 valid
            mpart01    3.1.1.11 valid
            unreason   3.1.1.12 valid
            noreason   3.1.1.13 valid
            badinv01   3.1.2.1  bad     branch-missing empty-parameter via-unreadable empty-element
            clerr      3.1.2.2  bad     body-short
            ncl        3.1.2.3  bad     content-length
            scalar02   3.1.2.4  bad     cseq-range max-forwards expires
            scalarlg   3.1.2.5  bad     cseq-range
            quotbal    3.1.2.6  bad     unclosed-quote display-name
            ltgtruri   3.1.2.7  bad     request-uri-brackets branch-missing
            lwsruri    3.1.2.8  bad     request-uri-space
            lwsstart   3.1.2.9  bad     start-line-spaces
            trws       3.1.2.10 bad     start-line-spaces
            escruri    3.1.2.11 bad     request-uri-headers
            baddate    3.1.2.12 bad     date
            regbadct   3.1.2.13 bad     uri-brackets
            badaspec   3.1.2.14 bad     uri-space
            baddn      3.1.2.15 bad     display-name header-cut
            badvers    3.1.2.16 bad     sip-version
            mismatch01 3.1.2.17 bad     cseq-method
            mismatch02 3.1.2.18 bad     cseq-method
            bigcode    3.1.2.19 bad     status-code
            badbranch  3.2.1    bad     branch-empty
            insuf      3.3.1    bad     no-from no-to no-call-id no-max-forwards
            unkscm     3.3.2    valid
            novelsc    3.3.3    valid
            unksm2     3.3.4    valid
            bext01     3.3.5    valid
            invut      3.3.6    valid
            regaut01   3.3.7    valid
            multi01    3.3.8    bad     header-repeated
            mcl01      3.3.9    bad     header-repeated content-lengths-differ bytes-after-body
            bcast      3.3.10   valid
            zeromf     3.3.11   valid
            cparam01   3.3.12   valid
            cparam02   3.3.13   valid
            regescrt   3.3.14   valid
            sdp01      3.3.15   valid
            inv2543    3.4.1    valid   branch-missing from-tag-missing no-max-forwards
            """;

    /// These stand in the RFC's archive with LF line ends, which takes a few bytes from two bodies.
    private static final String RFC_5118 =
            """
            ipv6-good                     4.1  valid bare-lf
            ipv6-bad                      4.2  bad   ipv6-brackets bare-lf
            port-ambiguous                4.3  valid bare-lf
            port-unambiguous              4.4  valid bare-lf
            via-received-param-with-delim 4.5  valid bare-lf
            via-received-param-no-delim   4.5  valid bare-lf
            ipv6-in-sdp                   4.6  valid bare-lf body-short
            mult-ip-in-header             4.7  valid bare-lf
            mult-ip-in-sdp                4.8  valid bare-lf body-short
            ipv4-mapped-ipv6              4.9  valid bare-lf
            ipv6-bug-abnf-3-colons        4.10 valid bare-lf header-cut
            ipv6-correct-abnf-2-colons    4.10 valid bare-lf header-cut
            """;

    static Stream<String> cases() {
        return Stream.concat(
                RFC_4475.lines().map(line -> "rfc4475/" + line.replaceFirst(" ", ".dat ")),
                RFC_5118.lines().map(line -> "rfc5118/" + line));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheVerdictOfTheRfc(String row) {
        List<String> cells = Arrays.asList(row.trim().split(" +"));
        byte[] bytes = Messages.resource("/torture/" + cells.getFirst());

        MessageText text = Messages.read(bytes);

        List<String> slugs = text.problems().stream().map(ParseProblem::slug).distinct().toList();
        assertThat(slugs).containsExactlyElementsOf(cells.subList(3, cells.size()));
        assertThat(slugs.isEmpty() && cells.get(2).equals("bad")).isFalse();
        Sighting sighting = new Scanner().scan(Messages.payload(bytes), 0);
        assertThat(Objects.requireNonNull(sighting).problems()).isEqualTo(text.problemCount());
    }

    @Test
    void hasAllMessagesOfTheRfc() {
        assertThat(RFC_4475.lines()).hasSize(49);
        assertThat(RFC_5118.lines()).hasSize(12);
    }

    @Test
    void readsTheTortuousInvite() {
        byte[] bytes = Messages.resource("/torture/rfc4475/wsinv.dat");

        Sighting sighting = Objects.requireNonNull(new Scanner().scan(Messages.payload(bytes), 0));

        assertThat(sighting.method()).isEqualTo(Method.INVITE);
        assertThat(sighting.cseq()).isEqualTo(9);
        assertThat(sighting.maxForwards()).isEqualTo(68);
        assertThat(sighting.vias()).isEqualTo(3);
        assertThat(sighting.magic()).isFalse();
        assertThat(sighting.from().display()).isEqualTo("J Rosenberg \\\"");
        assertThat(sighting.from().user()).isEqualTo("jdrosen");
        assertThat(sighting.callId()).isEqualTo("wsinv.ndaksdj@192.0.2.1");
        assertThat(sighting.contacts()).isEqualTo(1);
        assertThat(sighting.bodyLength()).isEqualTo(150);
        assertThat(sighting.sdp()).isTrue();
    }

    @Test
    void readsAddressesOfIpv6() {
        byte[] bytes = Messages.resource("/torture/rfc5118/port-ambiguous");

        Sighting sighting = Objects.requireNonNull(new Scanner().scan(Messages.payload(bytes), 0));

        assertThat(sighting.requestUri()).isNotNull();
        assertThat(Objects.requireNonNull(sighting.requestUri()).host())
                .isEqualTo("2001:db8::10:5070");
        assertThat(sighting.requestUri().port()).isZero();
    }
}
