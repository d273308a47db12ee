package io.callogram.docs.flows;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.catalogue.Standard;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.HintText;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.MarkdownStory;
import io.callogram.analyzer.story.Story;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page of one flow.
record FlowPage(FlowEntry flow, Optional<Example> example, Gallery gallery) {
    static final String SCENARIOS = "../../samples/src/main/resources/scenarios/";

    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("# %s · %s\n\n".formatted(flow.name(Language.EN), flow.name(Language.ZH)));
        out.append("`%s` · [all flows](README.md)\n\n".formatted(slug()));
        both(out, flow.is(Language.EN), flow.is(Language.ZH));
        example.ifPresent(one -> picture(out, one));
        out.append("## When · 判定\n\n");
        both(out, flow.when(Language.EN), flow.when(Language.ZH));
        if (!flow.attributes().isEmpty()) {
            out.append("Attributes · 属性: ");
            out.append(joined(flow.attributes(), "`%s`"::formatted)).append("\n\n");
        }
        out.append("Standards · 标准: ");
        out.append(joined(flow.standards(), FlowPage::link)).append("\n\n");
        hints(out);
        nearMisses(out);
        variants(out);
        example.ifPresent(one -> stories(out, one));
        return out.toString().stripTrailing() + "\n";
    }

    private String slug() {
        return flow.kind().slug();
    }

    private static void both(StringBuilder out, String english, String chinese) {
        out.append(english).append("\n\n").append(chinese).append("\n\n");
    }

    private void picture(StringBuilder out, Example one) {
        out.append("![%s](%s.svg)\n\n".formatted(flow.name(Language.EN), slug()));
        out.append("Example · 示例: ").append(scenario(one.scenario())).append("\n\n");
    }

    static String link(Standard standard) {
        return standard.url().isEmpty()
                ? standard.title()
                : "[%s](%s)".formatted(standard.title(), standard.url());
    }

    private static String scenario(String name) {
        return "[%s](%s%s/README.md)".formatted(name, SCENARIOS, name);
    }

    private static <T> String joined(List<T> values, Function<T, String> written) {
        return values.stream().map(written).collect(Collectors.joining(", "));
    }

    private void hints(StringBuilder out) {
        if (flow.hints().isEmpty()) {
            return;
        }
        out.append("## Hints · 提示\n\n");
        for (HintKind hint : flow.hints()) {
            out.append("* `%s`: ".formatted(hint.slug()));
            out.append(HintText.template(hint, Locale.ENGLISH).meaning()).append(' ');
            out.append(HintText.template(hint, Locale.CHINESE).meaning()).append('\n');
        }
        out.append("\nWhat to do about each · 处理办法: [hints](../reference/hints.md)\n\n");
    }

    private void nearMisses(StringBuilder out) {
        List<Gallery.NearMiss> all = gallery.nearMisses(flow.kind());
        if (all.isEmpty()) {
            return;
        }
        out.append("## Looks like it, and is not · 相似而不是\n\n");
        for (Gallery.NearMiss miss : all) {
            out.append("* ").append(scenario(miss.scenario()));
            out.append(": %s %s\n".formatted(miss.english(), miss.chinese()));
        }
        out.append('\n');
    }

    private void variants(StringBuilder out) {
        List<Gallery.Variant> all = gallery.variants(flow.kind());
        if (all.isEmpty()) {
            return;
        }
        out.append("## Other forms · 其他形式\n\n");
        out.append("| scenario · 场景 | what it is | also shows · 另含 |\n| --- | --- | --- |\n");
        for (Gallery.Variant one : all) {
            String title = one.title().replace("|", "\\|");
            out.append("| %s | %s | ".formatted(scenario(one.scenario()), title));
            out.append(joined(one.also(), FlowPage::named)).append(" |\n");
        }
        out.append('\n');
    }

    private static String named(String slug) {
        for (FlowKind kind : FlowKind.values()) {
            if (kind.slug().equals(slug)) {
                FlowEntry entry = FlowEntry.of(kind);
                String names = entry.name(Language.EN) + " · " + entry.name(Language.ZH);
                return "[%s](%s.md)".formatted(names, slug);
            }
        }
        throw new IllegalArgumentException("no flow is called " + slug);
    }

    private static void stories(StringBuilder out, Example one) {
        out.append("## The story · 流程说明\n\n");
        for (Language language : Language.values()) {
            String told = MarkdownStory.draw(Story.of(Findings.of(one.call()), language));
            out.append("##").append(told).append('\n');
        }
    }
}
