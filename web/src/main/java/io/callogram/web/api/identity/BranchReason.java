package io.callogram.web.api.identity;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Method;
import io.callogram.web.api.json.MessageJson.Reason;
import io.callogram.web.api.workbench.Language;
import java.util.List;

/// Why a message has its branch.
final class BranchReason {

    private final Circumstances around;
    private final Language language;

    BranchReason(Circumstances around, Language language) {
        this.around = around;
        this.language = language;
    }

    Reason reason() {
        if (!around.sighting.isRequest()) {
            return response();
        }
        boolean ack = around.sighting.method() == Method.ACK;
        if (ack && around.acksFailure()) {
            return shared(
                    "RFC 3261 §17.1.1.3",
                    "The ACK to a non-2xx response has the INVITE's branch: the INVITE's own transaction sends it",
                    "对非 2xx 的 ACK 与 INVITE 的 branch 相同：由 INVITE 事务发送");
        }
        if (around.sighting.method() == Method.CANCEL) {
            return shared(
                    "RFC 3261 §9.1",
                    "CANCEL has the branch of the INVITE it cancels, so that the next hop finds it",
                    "CANCEL 与所取消的 INVITE 的 branch 相同，下一跳据此找到它");
        }
        if (around.message.forwardOf() > 0) {
            return build(
                    "RFC 3261 §16.6",
                    List.of(around.message.forwardOf()),
                    "The proxy puts its own Via on top, with its own branch; those of earlier hops stay below it.",
                    "代理在最上面加入自己的 Via 和 branch；前面各跳的留在下面。");
        }
        if (ack) {
            return build(
                    "RFC 3261 §13.2.2.4",
                    List.of(),
                    "New branch: the ACK to a 2xx is sent by the core, end to end, not by the INVITE transaction.",
                    "新的 branch：对 2xx 的 ACK 由 UA 核心端到端发送，不由 INVITE 事务发送。");
        }
        if (!around.sighting.magic()) {
            return build(
                    "RFC 3261 §8.1.1.7",
                    List.of(),
                    "It lacks the magic cookie z9hG4bK: the sender follows RFC 2543, whose branches identify nothing.",
                    "没有 z9hG4bK：发送方遵循 RFC 2543，其 branch 不能标识事务。");
        }
        return build(
                "RFC 3261 §8.1.1.7", List.of(), "New transaction, new branch.", "新事务，新 branch。");
    }

    private Reason response() {
        CallMessage request = around.request();
        return request == null
                ? build(
                        "RFC 3261 §18.2.2",
                        List.of(),
                        "A response returns the Via of its request; that was not captured.",
                        "响应带回请求的 Via；请求未抓到。")
                : build(
                        "RFC 3261 §18.2.2",
                        List.of(request.number()),
                        "A response returns the Via of its request, so the branch is that of "
                                + request.number()
                                + ".",
                        "响应带回请求的 Via，因此 branch 与 " + request.number() + " 相同。");
    }

    private Reason shared(String rfc, String english, String chinese) {
        CallMessage invite = around.invite();
        return invite == null
                ? build(rfc, List.of(), english + ".", chinese + "。")
                : build(
                        rfc,
                        List.of(invite.number()),
                        english + " (" + invite.number() + ").",
                        chinese + "（" + invite.number() + "）。");
    }

    private Reason build(String rfc, List<Integer> evidence, String english, String chinese) {
        return new Reason(
                "branch",
                language.pick("Why this branch", "为什么是这个 branch"),
                rfc,
                List.of(),
                evidence,
                language.pick(english, chinese));
    }
}
