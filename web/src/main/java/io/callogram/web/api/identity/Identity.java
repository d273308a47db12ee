package io.callogram.web.api.identity;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.story.LinkText;
import io.callogram.web.api.json.HeaderParameters;
import io.callogram.web.api.json.MessageJson.Identifier;
import io.callogram.web.api.json.MessageJson.Reason;
import io.callogram.web.api.workbench.Language;
import io.callogram.web.api.workbench.MessageReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The identity panel of one message.
public final class Identity {

    private final Call call;
    private final Function<CallMessage, MessageReading> readings;
    private final Language language;

    /// @param readings takes a message apart from its bytes: identifiers are shown in clear
    public Identity(Call call, Function<CallMessage, MessageReading> readings, Language language) {
        this.call = call;
        this.readings = readings;
        this.language = language;
    }

    public List<Reason> of(CallMessage message) {
        Circumstances around = new Circumstances(call, message);
        MessageReading reading = readings.apply(message);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(dialog(around, reading));
        reasons.add(hop(around, reading));
        List<Integer> hops = around.hops();
        if (hops.size() > 1) {
            reasons.add(endToEnd(hops, reading));
        }
        reasons.add(new CseqReason(around, language).reason(reading.first("CSeq")));
        reasons.add(new BranchReason(around, language).reason());
        reasons.add(inCall(around));
        Reason session = new SessionReason(around, language).reason();
        if (session != null) {
            reasons.add(session);
        }
        return List.copyOf(reasons);
    }

    private Reason dialog(Circumstances around, MessageReading reading) {
        int leg = around.leg.number();
        List<Identifier> ids =
                Stream.of(
                                reading.first("Call-ID"),
                                HeaderParameters.of(reading.first("From"), "tag"),
                                HeaderParameters.of(reading.first("To"), "tag"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Identifier(text, leg))
                        .toList();
        return new Reason(
                "dialog",
                language.pick("Dialog", "对话"),
                "RFC 3261 §12",
                ids,
                around.dialog == null ? List.of() : evidence(around.dialog),
                around.dialog == null ? noDialog(around) : inDialog(around.dialog));
    }

    private static List<Integer> evidence(CallDialog dialog) {
        return Stream.of(dialog.early(), dialog.confirmed(), dialog.ended())
                .filter(number -> number > 0)
                .distinct()
                .toList();
    }

    private String inDialog(CallDialog dialog) {
        String parties =
                call.nodes().get(dialog.callerNode()).name()
                        + "–"
                        + call.nodes().get(dialog.calleeNode()).name();
        String begin =
                dialog.startUnseen()
                        ? language.pick(" The capture began after it did.", "抓包开始时对话已存在。")
                        : "";
        return language.pick(
                        "The "
                                + parties
                                + " dialog: Call-ID and both tags. From and To swap when the other side sends the"
                                + " request; the pair of tags stays the same.",
                        parties + " 对话：Call-ID 加两个标签。对方发请求时 From 与 To 互换，但标签对不变。")
                + begin;
    }

    private String noDialog(Circumstances around) {
        if (!around.leg.method().formsDialog()) {
            return language.pick(
                    "No dialog: " + around.leg.method() + " makes none.",
                    "没有对话：" + around.leg.method() + " 不建立对话。");
        }
        for (CallDialog dialog : call.dialogs()) {
            int begin = dialog.early() > 0 ? dialog.early() : dialog.confirmed();
            if (dialog.leg() == around.leg.number() && begin > 0) {
                return language.pick(
                        "No dialog yet. It begins with the first answer above 100 that carries a To tag ("
                                + begin
                                + ").",
                        "尚无对话。第一个大于 100 且带 To 标签的应答（" + begin + "）才建立对话。");
            }
        }
        return language.pick(
                "No dialog: no answer above 100 with a To tag made one.",
                "没有对话：没有大于 100 且带 To 标签的应答。");
    }

    private Reason hop(Circumstances around, MessageReading reading) {
        String via = reading.first("Via");
        String method = reading.first("CSeq");
        List<Identifier> ids =
                Stream.of(
                                HeaderParameters.of(via, "branch"),
                                sentBy(via),
                                method.substring(method.lastIndexOf(' ') + 1))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Identifier(text, 0))
                        .toList();
        return new Reason(
                "hop",
                language.pick("Transaction on this hop", "本跳事务"),
                "RFC 3261 §17.1.3, §17.2.3",
                ids,
                around.hop(),
                hopText(around));
    }

    private String hopText(Circumstances around) {
        CallTransaction transaction = around.transaction;
        if (transaction == null) {
            return language.pick(
                    "It belongs to no transaction that was seen (" + around.message.stray() + ").",
                    "不属于任何已见到的事务（" + around.message.stray() + "）。");
        }
        if (around.sighting.method() == Method.ACK) {
            return around.acksFailure()
                    ? language.pick(
                            "The ACK to a non-2xx response belongs to the INVITE's transaction.",
                            "对非 2xx 响应的 ACK 属于 INVITE 事务。")
                    : language.pick(
                            "An ACK to a 2xx is outside the INVITE transaction: it stands alone and has no response.",
                            "对 2xx 的 ACK 不属于 INVITE 事务：独立存在，没有响应。");
        }
        if (transaction.rfc2543()) {
            return language.pick(
                    "The branch lacks the magic cookie z9hG4bK: matched as in RFC 2543, by Request-URI, both tags,"
                            + " Call-ID, CSeq and the top Via.",
                    "branch 没有 z9hG4bK：按 RFC 2543 以 Request-URI、两个标签、Call-ID、CSeq 和顶层 Via 匹配。");
        }
        if (transaction.method() == Method.CANCEL) {
            return language.pick(
                    "CANCEL is a transaction of its own; it shares the INVITE's branch and differs by its method.",
                    "CANCEL 自成事务：branch 与 INVITE 相同，方法不同。");
        }
        return language.pick(
                "Top Via's branch + sent-by + method.", "顶层 Via 的 branch + sent-by + 方法。");
    }

    /// The sent-by of a Via value: what follows the transport, up to a parameter.
    private static String sentBy(String via) {
        String first = via.strip();
        int space = first.indexOf(' ');
        int end = space < 0 ? -1 : space + 1;
        while (end >= 0 && end < first.length() && "; ,".indexOf(first.charAt(end)) < 0) {
            end++;
        }
        return space < 0 ? "" : first.substring(space + 1, end);
    }

    private Reason endToEnd(List<Integer> hops, MessageReading reading) {
        return new Reason(
                "end-to-end",
                language.pick("End to end", "端到端事务"),
                "RFC 3261 §16",
                List.of(new Identifier(reading.first("CSeq"), 0)),
                hops,
                language.pick(
                        "The same request on "
                                + hops.size()
                                + " hops: one CSeq, one branch per hop.",
                        "同一请求经过 " + hops.size() + " 跳：CSeq 相同，每跳一个 branch。"));
    }

    private Reason inCall(Circumstances around) {
        Link link = around.leg.link();
        if (link == null) {
            String text =
                    around.leg.number() == 1
                            ? language.pick("The call begins with this leg.", "此呼叫由该腿开始。")
                            : language.pick("It shares the leg's Call-ID.", "与该腿的 Call-ID 相同。");
            return new Reason(
                    "call",
                    language.pick("Why in this call", "为什么属于此呼叫"),
                    "RFC 3261 §6",
                    List.of(new Identifier(around.leg.callId(), around.leg.number())),
                    List.of(around.leg.first()),
                    text);
        }
        int to = link.toLeg();
        return new Reason(
                "call",
                language.pick("Why in this call", "为什么属于此呼叫"),
                LinkRfc.of(link.kind()),
                List.of(
                        new Identifier(around.leg.callId(), around.leg.number()),
                        new Identifier(call.legs().get(to - 1).callId(), to)),
                List.of(around.leg.first(), call.legs().get(to - 1).first()),
                language.pick(
                        "Leg "
                                + around.leg.number()
                                + " joins leg "
                                + to
                                + ". "
                                + LinkText.of(link, io.callogram.analyzer.story.Language.EN)
                                + " (score "
                                + link.score()
                                + ")",
                        "第 "
                                + around.leg.number()
                                + " 腿与第 "
                                + to
                                + " 腿关联（"
                                + link.score()
                                + " 分）："
                                + LinkText.of(link, io.callogram.analyzer.story.Language.ZH)));
    }
}
