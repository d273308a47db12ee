package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.MediaPeriod;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.call.Result;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.ladder.Labels;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.LinkText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a list of calls rests on, in lines that people can read. Numbers in parentheses are
/// messages.
final class CallsText {
    private final StringBuilder out = new StringBuilder();

    private CallsText() {}

    static String of(Account account, List<Call> calls) {
        CallsText text = new CallsText();
        text.account(account);
        calls.forEach(text::call);
        return text.out.toString();
    }

    static String title(Call call) {
        return call.kind().slug() + ": " + who(call.caller()) + " → " + who(call.callee());
    }

    static String seconds(long nanos) {
        return nanos < 0 ? "-" : Labels.seconds(nanos);
    }

    private void account(Account a) {
        line(
                "packets %d = sip %d - coalesced %d + duplicates %d + rtp %d + rtcp %d + other %d + refused %d",
                a.packets(),
                a.sip(),
                a.coalesced(),
                a.duplicates(),
                a.rtp(),
                a.rtcp(),
                a.otherPackets(),
                a.refusedPackets());
        counts("other", a.other());
        counts("refused", a.refused());
        counts("notes", a.notes());
        if (a.malformed() > 0) {
            line("malformed: %d", a.malformed());
        }
    }

    private void counts(String name, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            line(
                    "%s: %s",
                    name,
                    counts.entrySet().stream()
                            .map(count -> count.getKey() + " " + count.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void call(Call call) {
        line("");
        line("%s", title(call));
        result(call.result());
        if (call.endedBy() != null) {
            line("  ended by %s", call.endedBy().name().toLowerCase(Locale.ROOT));
        }
        times(call.times());
        line("  messages %d", call.messages().size());
        call.legs().forEach(this::leg);
        call.dialogs().forEach(dialog -> dialog(dialog, call));
        call.periods().forEach(period -> period(period, call.times().start()));
        call.media().forEach(this::stream);
        call.nodes().forEach(this::node);
    }

    private void result(Result result) {
        line(
                "  %s%s%s, by %s%s",
                result.outcome().slug(),
                result.kind() == null ? "" : " (" + result.kind() + ")",
                result.code() == 0 ? "" : " " + result.code(),
                result.evidence().isEmpty() ? "nothing" : numbers(result.evidence()),
                result.certain() ? "" : ", not certain");
    }

    private void times(Times times) {
        line(
                "  lasts %s, post-dial delay %s, ring %s, talk %s",
                seconds(times.end() - times.start()),
                seconds(times.postDialDelay()),
                seconds(times.ring()),
                seconds(times.talk()));
    }

    private void leg(Leg leg) {
        line(
                "  leg %d %s %s → %s%s, %s–%s%s, Call-ID %s",
                leg.number(),
                leg.method(),
                who(leg.from()),
                who(leg.to()),
                leg.target() == null || same(leg.target(), leg.to())
                        ? ""
                        : " at " + who(leg.target()),
                number(leg.first()),
                number(leg.last()),
                leg.startUnseen() ? ", start unseen" : "",
                leg.callId());
        if (leg.link() != null) {
            line(
                    "    linked to leg %d, %s, score %d: %s",
                    leg.link().toLeg(),
                    leg.link().kind(),
                    leg.link().score(),
                    LinkText.of(leg.link(), Language.EN));
        }
    }

    private void dialog(CallDialog dialog, Call call) {
        line(
                "  dialog %d of leg %d, %s ↔ %s%s%s%s%s%s",
                dialog.number(),
                dialog.leg(),
                node(call, dialog.callerNode()),
                node(call, dialog.calleeNode()),
                dialog.startUnseen() ? ", start unseen" : "",
                dialog.early() == 0 ? "" : ", early " + number(dialog.early()),
                dialog.confirmed() == 0 ? "" : ", confirmed " + number(dialog.confirmed()),
                dialog.cause() == null
                        ? ", lasts"
                        : ", "
                                + dialog.cause()
                                + (dialog.ended() == 0 ? "" : " " + number(dialog.ended())),
                dialog.endedBy() == null
                        ? ""
                        : " by " + dialog.endedBy().name().toLowerCase(Locale.ROOT));
    }

    private void period(MediaPeriod period, long start) {
        line(
                "  media of dialog %d after %s: %s, %s%s, %s to %s",
                period.dialog(),
                number(period.after()),
                period.kind().name().toLowerCase(Locale.ROOT),
                period.directions().name().toLowerCase(Locale.ROOT),
                period.codec().isEmpty() ? "" : ", " + period.codec(),
                seconds(period.start() - start),
                seconds(period.end() - start));
    }

    private void stream(MediaStream stream) {
        line(
                "  %s of dialog %d, %s → %s, %d packets",
                stream.rtcp() ? "rtcp" : "rtp " + stream.payloadType(),
                stream.dialog(),
                stream.from(),
                stream.to(),
                stream.packets());
    }

    private void node(Node node) {
        line(
                "  node %s, %s, %s",
                node.name(),
                node.role(),
                node.endpoints().stream().map(Objects::toString).collect(Collectors.joining(" ")));
    }

    private static String node(Call call, int index) {
        return index < 0 ? "?" : call.nodes().get(index).name();
    }

    private static String who(Address address) {
        if (address.user().isEmpty()) {
            return address.host().isEmpty() ? "?" : address.host();
        }
        return address.host().isEmpty() ? address.user() : address.user() + "@" + address.host();
    }

    private static boolean same(Address one, Address other) {
        return one.user().equals(other.user()) && one.host().equals(other.host());
    }

    private static String number(int message) {
        return "(" + message + ")";
    }

    private static String numbers(List<Integer> messages) {
        return messages.stream().map(CallsText::number).collect(Collectors.joining(" "));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
