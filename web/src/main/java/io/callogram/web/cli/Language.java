package io.callogram.web.cli;

import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.story.Names;
import org.jspecify.annotations.Nullable;

/// The languages of results for people.
enum Language {
    EN,
    ZH;

    String outcome(Outcome outcome) {
        return this == EN ? outcome.slug() : chinese(outcome);
    }

    /// English readers get the word that `flow:` takes; Chinese ones its name.
    String flow(String shown, @Nullable FlowKind headline) {
        if (this == EN || headline == null) {
            return shown;
        }
        String name = Names.of(headline, io.callogram.analyzer.story.Language.ZH);
        return shown.endsWith("?") ? name + "?" : name;
    }

    private static String chinese(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "已接通";
            case BUSY -> "遇忙";
            case NO_ANSWER -> "无应答";
            case CANCELLED -> "已取消";
            case REJECTED -> "被拒绝";
            case REDIRECTED -> "已重定向";
            case FAILED -> "失败";
            case IN_PROGRESS -> "进行中";
            case OK -> "成功";
        };
    }

    String heading() {
        return this == EN
                ? "start                    caller               callee               flow                    outcome       PDD s   ring s    talk s  msgs\n"
                : "开始                     主叫                 被叫                 流程                    结果        接续 秒  振铃 秒   通话 秒  消息\n";
    }
}
