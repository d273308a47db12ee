package io.callogram.analyzer.story;

/// Why legs are one call, in Chinese.
final class ChineseLinks {

    static final String GROUNDS =
            """
            L.pickup = {0} 与其同时被接听
            L.three-way = {0} 将其与自己 {1} 秒前的呼叫混音
            L.consultation = {0} 发起呼叫时，另一方已被保持 {1} 秒
            L.call-waiting = {0} 通话 {1} 秒后又有来电
            L.same-call-id = Call-ID {0} 相同，From 标签不同
            L.join = Join 指明 {0}
            L.target-dialog = Target-Dialog 指明 {0}
            L.consult = Refer-To 中的 Replaces 指明 {0}
            L.replaces = Replaces 指明 {0}
            L.both-name = REFER 与 INVITE 都指明 {0}
            L.session-id = 两者的 Session-ID 都是 {0}
            L.charging-vector = 两者的 icid-value 都是 {0}
            L.header = 两者都有头字段值 {0}
            L.header-names = 某头字段指明 Call-ID {0}
            L.refer = 带此 Refer-To 的 REFER 之后 {1} 秒，有发往 {0} 的 INVITE
            L.also = 带此 Also 的 BYE 之后 {1} 秒，有发往 {0} 的 INVITE
            L.agent-gives-both = 两者的采集代理关联标识都是 {0}
            L.agent-names = 采集代理的关联标识就是 Call-ID {0}
            L.known-tool = {0}：已知的扫描工具
            L.guesses = {0}：反复猜测密码
            L.tries = {0}：一分钟内尝试 {1} 次
            L.keep-alive = {0} 与 {1} 之间的 OPTIONS
            L.conference = 两者同时在 {0} 中
            L.re-submission = 同一主叫收到 {0} 后以新的 Call-ID 重新呼叫
            L.crossed = {0} 将第一腿的应答作为第二腿的 offer
            L.leaves = 另一腿到达后 {1} 秒由 {0} 发出
            L.caller = 主叫 {0}
            L.called = 被叫 {0}
            L.diverted = 由 {0} 转移而来
            L.other-parties = 主叫与被叫都不同
            L.session-passes = 会话描述原样透传
            L.made-from = Call-ID {0} 由 {1} 派生
            L.responses-follow = 响应依次跟随
            L.end-together = 两者同时结束
            L.max-forwards = Max-Forwards 减少 {0}
            """;

    private ChineseLinks() {}
}
