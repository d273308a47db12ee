package io.callogram.web.api.json;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.catalogue.Standard;
import io.callogram.analyzer.catalogue.Term;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.HintText;
import io.callogram.analyzer.story.Language;
import io.callogram.web.json.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/// What can be recognised at all, and the terms, in both languages.
public final class CatalogueJson {

    private CatalogueJson() {}

    public static byte[] all() {
        return Json.object(json -> {
            json.objects("flows", FlowEntry.all(), CatalogueJson::flow);
            json.objects("hints", Arrays.asList(HintKind.values()), CatalogueJson::hint);
            json.objects("terms", Term.all(), CatalogueJson::term);
        });
    }

    static void flow(Json json, FlowEntry entry) {
        json.put("flow", entry.kind().slug());
        said(json, "title", entry::name);
        json.put("tag", entry.kind().isTag());
        json.put("group", entry.group().slug());
        said(json, "is", entry::is);
        said(json, "when", entry::when);
        json.objects("standards", entry.standards(), CatalogueJson::standard);
        json.texts("attributes", entry.attributes());
    }

    static void hint(Json json, HintKind kind) {
        json.put("hint", kind.slug());
        json.put("severity", kind.severity().slug());
        json.put("rfc", kind.rfc().isEmpty() ? null : kind.rfc());
        said(json, "meaning", language -> template(kind, language).meaning());
        said(json, "advice", language -> template(kind, language).advice());
    }

    private static HintText template(HintKind kind, Language language) {
        return HintText.template(kind, language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH);
    }

    private static void term(Json json, Term term) {
        json.put("term", term.slug());
        said(json, "name", term::name);
        said(json, "is", term::is);
        said(json, "not", term::not);
        json.objects("standards", term.standards(), CatalogueJson::standard);
    }

    private static void standard(Json json, Standard standard) {
        json.put("title", standard.title());
        json.put("url", standard.url().isEmpty() ? null : standard.url());
    }

    private static void said(Json json, String name, Function<Language, String> words) {
        json.object(
                name,
                both ->
                        both.put("en", words.apply(Language.EN))
                                .put("zh", words.apply(Language.ZH)));
    }
}
