package io.callogram.analyzer.story;

import java.util.HashMap;
import java.util.Map;

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
        String sentence = byKey.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("nothing to say for " + key);
        }
        StringBuilder text = new StringBuilder(sentence.length() + 64);
        int at = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
            int close = sentence.indexOf('}', open);
            String name = sentence.substring(open + 1, close);
            String value = values.getOrDefault(name, sentence.substring(open, close + 1));
            text.append(sentence, at, open).append(value);
            at = close + 1;
        }
        return text.append(sentence, at, sentence.length()).toString();
    }
}
