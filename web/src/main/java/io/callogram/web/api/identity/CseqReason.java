package io.callogram.web.api.identity;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Method;
import io.callogram.web.api.json.MessageJson.Reason;
import io.callogram.web.api.workbench.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a message has its CSeq.
final class CseqReason {

    private final Circumstances around;
    private final Language language;

    CseqReason(Circumstances around, Language language) {
        this.around = around;
        this.language = language;
    }

    Reason reason(String cseq) {
        if (!around.sighting.isRequest()) {
            return response(cseq);
        }
        if (around.message.forwardOf() > 0) {
            int of = around.message.forwardOf();
            return build(
                    cseq,
                    "RFC 3261 §16.6",
                    List.of(of),
                    "A proxy forwards CSeq unchanged: it is "
                            + around.sender(around.numbered(of))
                            + "'s number from "
                            + of
                            + ".",
                    "代理不改 CSeq：仍是 " + around.sender(around.numbered(of)) + " 在 " + of + " 中的序号。");
        }
        return switch (around.sighting.method()) {
            case ACK ->
                    repeated(
                            cseq,
                            "RFC 3261 §13.2.2.4, §17.1.1.3",
                            "ACK repeats the number of the INVITE it confirms",
                            "ACK 沿用所确认的 INVITE 的序号");
            case CANCEL ->
                    repeated(
                            cseq,
                            "RFC 3261 §9.1",
                            "CANCEL repeats the number of the INVITE it cancels",
                            "CANCEL 沿用所取消的 INVITE 的序号");
            default -> counted(cseq);
        };
    }

    private Reason response(String cseq) {
        CallMessage request = around.request();
        return build(
                cseq,
                "RFC 3261 §8.2.6.2",
                request == null ? List.of() : List.of(request.number()),
                "A response copies CSeq from its request"
                        + where(request, " (", ").", "; that was not captured."),
                "响应原样复制请求" + where(request, "（", "）", "（未抓到）") + "的 CSeq。");
    }

    private Reason repeated(String cseq, String rfc, String english, String chinese) {
        CallMessage invite = around.invite();
        return build(
                cseq,
                rfc,
                invite == null ? List.of() : List.of(invite.number()),
                english + where(invite, " (", ")", "") + "; only the method differs.",
                chinese + where(invite, "（", "）", "") + "，只是方法不同。");
    }

    private static String where(
            @Nullable CallMessage message, String before, String after, String otherwise) {
        return message == null ? otherwise : before + message.number() + after;
    }

    private Reason counted(String cseq) {
        CallMessage previous = around.previous();
        String sender = around.sender(around.message);
        long number = around.sighting.cseq();
        if (previous == null) {
            return first(cseq, sender);
        }
        long before = Circumstances.of(previous).cseq();
        List<Integer> evidence = List.of(previous.number());
        String rfc = "RFC 3261 §12.2.1.1";
        if (number == before + 1) {
            boolean bye = around.sighting.method() == Method.BYE;
            return build(
                    cseq,
                    rfc,
                    evidence,
                    "A new request of "
                            + sender
                            + ": "
                            + before
                            + " + 1 = "
                            + number
                            + "."
                            + (bye ? " BYE does not reuse the INVITE's number." : ""),
                    sender
                            + " 的新请求："
                            + before
                            + " + 1 = "
                            + number
                            + "。"
                            + (bye ? "BYE 不沿用 INVITE 的序号。" : ""));
        }
        if (number > before) {
            return build(
                    cseq,
                    rfc,
                    evidence,
                    "A new request of "
                            + sender
                            + ", above its last number "
                            + before
                            + ": it must be higher, and what lies"
                            + " between was not captured or left out.",
                    sender + " 的新请求，大于其上一个序号 " + before + "：序号必须增大，中间的未抓到或被跳过。");
        }
        return build(
                cseq,
                rfc,
                evidence,
                "Not above "
                        + sender
                        + "'s last number "
                        + before
                        + ": sent again with the same number, or delivered late.",
                "不大于 " + sender + " 的上一个序号 " + before + "：以同一序号重发，或迟到。");
    }

    private Reason first(String cseq, String sender) {
        if (around.otherSideAsked()) {
            return build(
                    cseq,
                    "RFC 3261 §12.2.1.1",
                    List.of(),
                    sender
                            + "'s first request in this dialog. Each direction counts on its own, so the number is unrelated to"
                            + " the other side's.",
                    sender + " 在此对话中的第一个请求。两个方向各自计数，序号与对方无关。");
        }
        return build(
                cseq,
                "RFC 3261 §8.1.1.5",
                List.of(),
                "First request: " + sender + " picks the number itself.",
                "第一个请求：序号由 " + sender + " 自选。");
    }

    private Reason build(
            String cseq, String rfc, List<Integer> evidence, String english, String chinese) {
        return new Reason(
                "cseq",
                language.pick("Why CSeq " + cseq, "为什么 CSeq 是 " + cseq),
                rfc,
                List.of(),
                evidence,
                language.pick(english, chinese));
    }
}
