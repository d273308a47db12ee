package io.callogram.analyzer.call.moment;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.golden.Replay;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentTest {
    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsWhereTheFoldOfTheCallEnds(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            Moment end = Moment.of(call, 0);
            for (CallTransaction t : call.transactions()) {
                assertThat(state(end, Subject.TRANSACTION, t.number())).isEqualTo(t.state());
            }
            for (CallDialog d : call.dialogs()) {
                String state =
                        d.cause() != null ? "terminated" : d.confirmed() > 0 ? "confirmed" : "";
                assertThat(state(end, Subject.DIALOG, d.number())).startsWith(state);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void namesNoCauseThatComesLater(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            for (int message = 1; message <= call.messages().size(); message++) {
                for (Standing s : Moment.of(call, message).standings()) {
                    assertThat(s.cause().message()).isLessThanOrEqualTo(message);
                }
            }
        }
    }

    @Test
    void tellsAHeldDialogAndAConsultationWhileTheTransferIsAsked() throws IOException {
        Call call = call("service/attended-transfer");

        assertThat(told(Moment.of(call, 30)))
                .containsExactly(
                        "call 0 connected by DialogConfirmed in 25",
                        "leg 1 concluded 200 by LegConcluded in 8",
                        "leg 2 concluded 200 by LegConcluded in 26",
                        "dialog 1 confirmed by DialogConfirmed in 7",
                        "dialog 2 confirmed by DialogConfirmed in 25",
                        "media 1 forward hold by SessionAgreed in 16",
                        "media 2 both talk by SessionAgreed in 26");
    }

    @Test
    void tellsWhichTransactionsAwaitAnAnswer() throws IOException {
        Moment moment = Moment.of(call("service/attended-transfer"), 30);

        assertThat(moment.of(Subject.TRANSACTION))
                .filteredOn(s -> s.state().equals("trying"))
                .extracting(s -> s.number() + " since " + s.cause().message())
                .containsExactly("13 since 29", "14 since 30");
    }

    @Test
    void followsACallThatIsCancelled() throws IOException {
        Call call = call("failure/no-answer-cancel");

        assertThat(Changes.of(call))
                .filteredOn(s -> s.subject() == Subject.CALL)
                .extracting(s -> s.state() + " " + s.cause().message())
                .first()
                .isEqualTo("calling 1");
        assertThat(state(Moment.of(call, call.messages().size()), Subject.CALL, 0))
                .isEqualTo("ended");
    }

    private Call call(String scenario) throws IOException {
        return Replay.of(Scenarios.named(scenario), folder).calls().getFirst();
    }

    private static List<String> told(Moment moment) {
        return moment.standings().stream()
                .filter(s -> s.subject() != Subject.TRANSACTION)
                .map(s ->
                        (s.subject().slug() + " " + s.number() + " " + s.state() + " " + s.detail())
                                        .strip()
                                + " by "
                                + s.cause().name()
                                + " in "
                                + s.cause().message())
                .toList();
    }

    private static String state(Moment moment, Subject subject, int number) {
        return moment.of(subject).stream()
                .filter(s -> s.isOf(subject, number))
                .map(Standing::state)
                .findFirst()
                .orElse("");
    }
}
