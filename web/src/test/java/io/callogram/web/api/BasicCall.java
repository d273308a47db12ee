package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.call.Ended;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Result;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionTerminated;
import io.callogram.capture.packet.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Alice calls 1002, who answers after four seconds, is put on hold, and hangs up.
final class BasicCall {

    static final String ID = "c-5f2e1b0c77aa";

    private static final long SECOND = 1_000_000_000L;

    private BasicCall() {}

    static Call on(Wire wire) {
        List<Seen> seen = messages(wire);
        List<CallMessage> messages = new ArrayList<>();
        int[] transactions = {1, 1, 1, 2, 3, 3, 4, 5, 5};
        int[] dialogs = {0, 1, 1, 1, 1, 1, 1, 1, 1};
        for (int i = 0; i < seen.size(); i++) {
            boolean fromAlice = seen.get(i).sighting().where().from().equals(Wire.ALICE);
            messages.add(
                    new CallMessage(
                            i + 1,
                            seen.get(i),
                            List.of(),
                            1,
                            dialogs[i],
                            transactions[i],
                            fromAlice ? 0 : 1,
                            fromAlice ? 1 : 0,
                            0,
                            ""));
        }
        long alice = seen.getFirst().sighting().fromTag();
        long bob = seen.get(2).sighting().toTag();
        Address caller = seen.getFirst().sighting().from();
        Address callee = seen.getFirst().sighting().to();
        return new Call(
                ID,
                CallKind.CALL,
                caller,
                callee,
                new Result(Outcome.ANSWERED, null, 200, List.of(3), true),
                new Times(Wire.START, Wire.START + 60 * SECOND, SECOND, 3 * SECOND, 56 * SECOND),
                Ended.CALLEE,
                List.of(
                        new Leg(
                                1,
                                "call-1@10.0.0.9",
                                Method.INVITE,
                                caller,
                                callee,
                                callee,
                                null,
                                1,
                                9,
                                false)),
                List.of(
                        new CallDialog(
                                1, 1, alice, bob, 2, 3, 8, "bye", Ended.CALLEE, 0, 1, false)),
                List.of(
                        new CallTransaction(
                                1, 1, Method.INVITE, 1, List.of(2, 3), 0, "terminated", false),
                        new CallTransaction(2, 2, Method.ACK, 4, List.of(), 0, "terminated", false),
                        new CallTransaction(
                                3, 3, Method.INVITE, 5, List.of(6), 0, "terminated", false),
                        new CallTransaction(4, 4, Method.ACK, 7, List.of(), 0, "terminated", false),
                        new CallTransaction(
                                5, 5, Method.BYE, 8, List.of(9), 0, "terminated", false)),
                List.copyOf(messages),
                List.of(
                        new Node("13800138000", "ua", List.of(Wire.ALICE)),
                        new Node("1002", "ua", List.of(Wire.BOB))),
                List.of(
                        new MediaStream(
                                new Endpoint(Wire.ALICE.address(), 4000),
                                new Endpoint(Wire.BOB.address(), 4000),
                                0x1234abcdL,
                                8,
                                false,
                                843,
                                Wire.START + 5 * SECOND,
                                Wire.START + 19 * SECOND,
                                1)),
                1,
                List.of(
                        event(3, 4000, 1, new DialogConfirmed(seen.get(2), 1, 1)),
                        event(0, 20_050, 0, new TransactionTerminated(seen.get(5), 3, 3, true)),
                        event(8, 60_000, 1, terminated(seen.get(7)))),
                List.of(
                        period(3, MediaPeriod.Kind.TALK, MediaPeriod.Directions.BOTH, 4000, 20_050),
                        period(
                                6,
                                MediaPeriod.Kind.HOLD,
                                MediaPeriod.Directions.FORWARD,
                                20_050,
                                60_000)));
    }

    private static MediaPeriod period(
            int after,
            MediaPeriod.Kind kind,
            MediaPeriod.Directions directions,
            int startMs,
            int endMs) {
        return new MediaPeriod(
                1,
                after,
                0,
                1,
                kind,
                "PCMA",
                Wire.START + startMs * 1_000_000L,
                Wire.START + endMs * 1_000_000L,
                directions);
    }

    private static DialogTerminated terminated(Seen bye) {
        return new DialogTerminated(bye, 1, TerminationCause.BYE, true);
    }

    private static CallEvent event(int message, int ms, int dialog, Derived derived) {
        return new CallEvent(message, Wire.START + ms * 1_000_000L, 1, 0, dialog, derived);
    }

    /// What is concluded of it, by hand: the rules are not what is tested here.
    static Findings findings(Call call) {
        Flow hold =
                new Flow(
                        FlowKind.HOLD,
                        Confidence.HIGH,
                        List.of(new Proof(5, "hold-offer"), new Proof(6, "hold-answer")),
                        Map.of("A", "alice"),
                        Map.of(),
                        Wire.START,
                        Wire.START);
        Hint hint =
                new Hint(
                        HintKind.HOLD_NOT_RESUMED,
                        List.of(5),
                        Map.of("node", "alice", "seconds", "42"));
        return new Findings(
                call, List.of(hold), FlowKind.HOLD, List.of(hint), Rulebook.STANDARD, false);
    }

    private static List<Seen> messages(Wire wire) {
        String a = "From: <sip:13800138000@example.com>;tag=al-71c3\nTo: <sip:1002@example.com>";
        String ab = a + ";tag=bo-2d90";
        String ba =
                "From: <sip:1002@example.com>;tag=bo-2d90\nTo: <sip:13800138000@example.com>;tag=al-71c3";
        return List.of(
                wire.see(
                        true,
                        0,
                        text("INVITE sip:1002@10.0.0.2 SIP/2.0", "z9hG4bK1", a, "101 INVITE"),
                        Wire.audio("alice", Wire.ALICE.address(), Direction.SENDRECV, 1)),
                wire.see(
                        false,
                        1000,
                        text("SIP/2.0 180 Ringing", "z9hG4bK1", ab, "101 INVITE"),
                        null),
                wire.see(
                        false,
                        4000,
                        text("SIP/2.0 200 OK", "z9hG4bK1", ab, "101 INVITE"),
                        Wire.audio("bob", Wire.BOB.address(), Direction.SENDRECV, 1)),
                wire.see(
                        true,
                        4050,
                        text("ACK sip:1002@10.0.0.2 SIP/2.0", "z9hG4bK2", ab, "101 ACK"),
                        null),
                wire.see(
                        true,
                        20_000,
                        text("INVITE sip:1002@10.0.0.2 SIP/2.0", "z9hG4bK3", ab, "102 INVITE"),
                        Wire.audio("alice", Wire.ALICE.address(), Direction.SENDONLY, 2)),
                wire.see(
                        false,
                        20_050,
                        text("SIP/2.0 200 OK", "z9hG4bK3", ab, "102 INVITE"),
                        Wire.audio("bob", Wire.BOB.address(), Direction.RECVONLY, 2)),
                wire.see(
                        true,
                        20_100,
                        text("ACK sip:1002@10.0.0.2 SIP/2.0", "z9hG4bK4", ab, "102 ACK"),
                        null),
                wire.see(
                        false,
                        60_000,
                        text("BYE sip:13800138000@10.0.0.9 SIP/2.0", "z9hG4bK5", ba, "7 BYE"),
                        null),
                wire.see(true, 60_010, text("SIP/2.0 200 OK", "z9hG4bK5", ba, "7 BYE"), null));
    }

    private static String text(String line, String branch, String parties, String cseq) {
        return line
                + "\nVia: SIP/2.0/UDP 10.0.0.9:5060;branch="
                + branch
                + "\n"
                + parties
                + "\nCall-ID: call-1@10.0.0.9\nCSeq: "
                + cseq
                + "\nContent-Length: 0\n\n";
    }
}
