package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Tries that are one scan, and phones and trunks that only have bad luck.
class ScansTest {

    private static String tries(int count, String method, String status, double apart) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String ids =
                    " "
                            + (i + 1)
                            + " s"
                            + i
                            + "/ id=scan"
                            + i
                            + " v=S"
                            + i
                            + " from="
                            + (100 + i)
                            + " to="
                            + (100 + i)
                            + "|";
            text.append(at(i * apart)).append(" S>A ").append(method).append(ids);
            if (!status.isEmpty()) {
                text.append(at(i * apart + 0.01)).append(" A>S ").append(status);
                text.append('/').append(method).append(ids.replace("/ id", "/x id"));
            }
        }
        return text.toString();
    }

    private static String at(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    @Test
    void joinsWhatOneSourceTriesOneUserAfterTheOther() {
        Call scan = Folded.call(tries(12, "REGISTER", "404", 1));
        assertThat(scan.kind()).isEqualTo(CallKind.ATTACK);
        assertThat(scan.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(scan.legs()).hasSize(12);
        assertThat(Folded.calls(tries(9, "REGISTER", "404", 1))).hasSize(9);
        assertThat(Folded.calls(tries(12, "REGISTER", "200", 1))).hasSize(12);
        assertThat(Folded.calls(tries(12, "REGISTER", "404", 10))).hasSize(12);
    }

    @Test
    void joinsTriesThatNobodyAnswered() {
        assertThat(Folded.call(tries(12, "INVITE", "", 1)).kind()).isEqualTo(CallKind.ATTACK);
    }

    @Test
    void leavesTheCallsOfATrunkApart() {
        String callers = tries(12, "INVITE", "403", 1);
        for (int i = 0; i < 12; i++) {
            callers = callers.replace("from=" + (100 + i) + " to", "from=" + (700 + i) + " to");
        }
        assertThat(Folded.calls(callers)).hasSize(12);
        String dead = tries(12, "INVITE", "", 1);
        String repeated = dead.replaceAll("(\\d+\\.\\d)00 (S>A[^|]*)\\|", "$100 $2|$150 $2|");
        assertThat(Folded.calls(repeated)).hasSize(12);
    }

    @Test
    void leavesPhonesThatAreChallengedApart() {
        StringBuilder office = new StringBuilder(tries(12, "REGISTER", "401", 1));
        for (int i = 0; i < 12; i++) {
            String ids = " 2 s" + i + "/ id=scan" + i + " from=" + (100 + i) + " to=" + (100 + i);
            office.append(at(i + 20)).append(" S>A REGISTER").append(ids).append('|');
            office.append(at(i + 20.1)).append(" A>S 200/REGISTER");
            office.append(ids.replace("/ id", "/x id")).append('|');
        }
        assertThat(Folded.calls(office.toString())).hasSize(12);
    }

    private static String guesses(int count) {
        return tries(count, "REGISTER", "403", 1)
                .replaceAll("from=\\d+ to=\\d+", "from=100 to=100")
                .replaceAll("( S>A [^|]*)\\|", "$1 CREDENTIALS=Digest_response=x|");
    }

    @Test
    void joinsTheGuessesOfAPassword() {
        assertThat(Folded.call(guesses(12)).kind()).isEqualTo(CallKind.ATTACK);
        assertThat(Folded.calls(guesses(9))).hasSize(9);
        assertThat(Folded.call(guesses(12).replaceAll("s\\d+/(x?) id=\\w+", "s1/$1 id=one")).kind())
                .isEqualTo(CallKind.ATTACK);
        assertThat(Folded.call(guesses(9).replaceAll("s\\d+/(x?) id=\\w+", "s1/$1 id=one")).kind())
                .isEqualTo(CallKind.REGISTRATION);
    }

    @Test
    void takesAKnownToolAtItsWord() {
        Call scan = Folded.call("0.0 S>A OPTIONS 1 s1/ id=one AGENT=friendly-scanner|");
        assertThat(scan.kind()).isEqualTo(CallKind.ATTACK);
        assertThat(Folded.call("0.0 S>A OPTIONS 1 s1/ id=one AGENT=kamailio|").kind())
                .isEqualTo(CallKind.OPTIONS);
    }

    @Test
    void joinsOneNumberWithManyPrefixes() {
        String text = tries(5, "INVITE", "404", 1);
        String[] prefixes = {"00", "900", "9011", "0", "011"};
        for (int i = 0; i < prefixes.length; i++) {
            text =
                    text.replace(
                            "from=" + (100 + i) + " to=" + (100 + i),
                            "from=100 to=" + prefixes[i] + "441234567890");
        }
        assertThat(Folded.call(text).legs()).hasSize(5);
        assertThat(Folded.calls(text.replace("to=00441234567890", "to=5551234"))).hasSize(5);
    }
}
