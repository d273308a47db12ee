package io.callogram.analyzer.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The sentences of one language, by key.
final class Sentences {

    private static final Sentences ENGLISH =
            new Sentences(
                    EnglishSteps.CALLS,
                    EnglishSteps.SESSIONS,
                    EnglishSteps.REGISTRATION,
                    EnglishSteps.SERVICES,
                    EnglishSteps.MILESTONES,
                    EnglishNames.NAMES,
                    EnglishLinks.GROUNDS);
    private static final Sentences CHINESE =
            new Sentences(
                    ChineseSteps.CALLS,
                    ChineseSteps.SESSIONS,
                    ChineseSteps.REGISTRATION,
                    ChineseSteps.SERVICES,
                    ChineseSteps.MILESTONES,
                    ChineseNames.NAMES,
                    ChineseLinks.GROUNDS);

    private final Map<String, String> byKey = new HashMap<>();

    private Sentences(String... tables) {
        for (String table : tables) {
            table.lines().forEach(this::add);
        }
    }

    static Sentences of(Language language) {
        return language == Language.ZH ? CHINESE : ENGLISH;
    }

    private void add(String line) {
        int equals = line.indexOf(" = ");
        String before = byKey.put(line.substring(0, equals), line.substring(equals + 3));
        if (before != null) {
            throw new IllegalStateException("told twice: " + line);
        }
    }

    Map<String, String> all() {
        return Map.copyOf(byKey);
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /// The sentence with its placeholders filled in; one without a value stays to be seen. A value
    /// is never looked at for placeholders.
    String text(String key, Map<String, String> values) {
        StringBuilder text = new StringBuilder(128);
        append(text, key, values::get);
        return text.toString();
    }

    /// The same with placeholders that count the values from 0.
    void append(StringBuilder text, String key, List<String> values) {
        append(
                text,
                key,
                name -> {
                    int index = name.length() == 1 ? name.charAt(0) - '0' : -1;
                    return index >= 0 && index < values.size() ? values.get(index) : null;
                });
    }

    private void append(StringBuilder text, String key, Function<String, @Nullable String> values) {
        String sentence = byKey.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("nothing to say for " + key);
        }
        int at = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
            int close = sentence.indexOf('}', open);
            String value = values.apply(sentence.substring(open + 1, close));
            text.append(sentence, at, open);
            if (value == null) {
                text.append(sentence, open, close + 1);
            } else {
                text.append(value);
            }
            at = close + 1;
        }
        text.append(sentence, at, sentence.length());
    }
}
