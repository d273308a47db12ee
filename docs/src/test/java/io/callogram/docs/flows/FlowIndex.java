package io.callogram.docs.flows;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.catalogue.Group;
import io.callogram.analyzer.story.Language;
import java.util.stream.Collectors;

/// All flows as a list: the front page of the gallery, and the table of the reference.
final class FlowIndex {
    private static final String FRONT =
            """
            # Flows · 流程

            Every flow that Callogram recognises: its picture, its story, the rule, and what only looks like it. Made from the
            scenarios of the samples (see CONTRIBUTING), so it says what the program
            says. In order of precedence: the first that is found names a call. The words behind it: [terms](../concepts/terms.md).

            Callogram 能识别的全部流程：图、说明、判定规则，以及相似而不是的情形。由样例场景生成。按优先级排列：最先匹配的即为呼叫的名称。
            相关术语见[术语](../concepts/terms.md)。
            """;
    private static final String ROWS =
            """
            | flow | 流程 | what it is · 含义 |
            | --- | --- | --- |
            """;
    private static final String TABLE =
            """
            | flow | when | attributes |
            | --- | --- | --- |
            """;

    private FlowIndex() {}

    static String front() {
        StringBuilder out = new StringBuilder(FRONT);
        for (Group group : Group.values()) {
            out.append("\n## ").append(heading(group)).append("\n\n").append(ROWS);
            for (FlowEntry flow : FlowEntry.all()) {
                out.append(flow.group() == group ? row(flow) : "");
            }
        }
        return out.toString();
    }

    private static String heading(Group group) {
        return switch (group) {
            case SERVICE -> "Services · 业务";
            case FAILURE -> "Calls nobody answered · 未接通的呼叫";
            case CALL -> "Calls · 呼叫";
            case REGISTRATION -> "Registration · 注册";
            case OTHER -> "Other requests · 其他请求";
            case TAG -> "Properties of calls · 呼叫的特征";
        };
    }

    private static String row(FlowEntry flow) {
        return "| [%s](%s.md) | %s | %s %s |\n"
                .formatted(
                        flow.name(Language.EN),
                        flow.kind().slug(),
                        flow.name(Language.ZH),
                        flow.is(Language.EN),
                        flow.is(Language.ZH));
    }

    /// For `reference/flows.md`.
    static String table() {
        return TABLE
                + FlowEntry.all().stream()
                        .map(flow ->
                                "| [`%s`](../flows/%1$s.md) | %s | %s |\n"
                                        .formatted(
                                                flow.kind().slug(),
                                                flow.when(Language.EN),
                                                flow.attributes().stream()
                                                        .map("`%s`"::formatted)
                                                        .collect(Collectors.joining(" "))))
                        .collect(Collectors.joining());
    }
}
