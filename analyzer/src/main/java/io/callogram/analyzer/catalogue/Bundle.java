package io.callogram.analyzer.catalogue;

import io.callogram.analyzer.story.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A resource of this package: what is the same in every language, and the words of one.
record Bundle(String name) {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String text(String key, Language language) {
        Locale locale =
                switch (language) {
                    case EN -> Locale.ENGLISH;
                    case ZH -> Locale.CHINESE;
                };
        return bundle(locale).getString(key);
    }

    /// @param separator of its values; an empty text has none
    List<String> list(String key, String separator) {
        String all = bundle(Locale.ROOT).getString(key);
        return all.isEmpty() ? List.of() : List.of(all.split(separator));
    }

    List<Standard> standards(String key) {
        return list(key, "; ").stream().map(Standard::new).toList();
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                Bundle.class.getPackageName() + "." + name, locale, EXACTLY);
    }
}
