package io.callogram.analyzer.flow.hint;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// A hint in words.
///
/// @param meaning one sentence: what it means
/// @param advice one sentence: what to do
public record HintText(String meaning, String advice) {

    private static final String BUNDLE = HintText.class.getPackageName() + ".hints";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// @param locale `Locale.ENGLISH` or `Locale.CHINESE`
    public static HintText of(Hint hint, Locale locale) {
        HintText template = template(hint.kind(), locale);
        return new HintText(
                filled(template.meaning(), hint.values()),
                filled(template.advice(), hint.values()));
    }

    /// With the names of the values in braces.
    public static HintText template(HintKind kind, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, EXACTLY);
        return new HintText(
                bundle.getString(kind.slug() + ".means"), bundle.getString(kind.slug() + ".do"));
    }

    /// What a value says is never read as a placeholder again.
    private static String filled(String template, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            out.append(template, at, open).append(values.getOrDefault(name, "?"));
            at = close + 1;
        }
        return out.append(template, at, template.length()).toString();
    }
}
