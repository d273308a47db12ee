package io.callogram.analyzer.story;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.story.Step.Advice;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Puts lines into words: what was explained once is told shorter the next time.
final class Narration {

    private final Findings findings;
    private final Plot plot;
    private final Words words;
    private final Set<String> told = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private int milestones;

    Narration(Findings findings, Language language) {
        this.findings = findings;
        this.plot = new Plot(findings);
        this.words = new Words(findings.call(), language);
    }

    Story story() {
        Telling telling = new Telling(plot, words);
        Milestones reached = Milestones.of(plot, words);
        reached.after(0).forEach(this::milestone);
        for (CallMessage m : findings.call().messages()) {
            message(m, telling.of(m));
            reached.after(m.number()).forEach(this::milestone);
        }
        Summary summary = new Summary(plot, words);
        return new Story(summary.title(), summary.line(), List.copyOf(steps));
    }

    private void message(CallMessage m, Line line) {
        steps.add(
                new Step(
                        Integer.toString(m.number()),
                        m.number(),
                        line.key(),
                        m.fromNode(),
                        m.toNode(),
                        repeated(text(line), m),
                        (why(line) + notes(m.number())).trim(),
                        line.proof(),
                        advice(m.number())));
    }

    private void milestone(Line line) {
        milestones++;
        steps.add(
                new Step(
                        "M" + milestones,
                        0,
                        line.key(),
                        -1,
                        -1,
                        text(line),
                        why(line),
                        line.proof(),
                        List.of()));
    }

    private String text(Line line) {
        Sentences sentences = words.sentences();
        String again = line.key() + ".again";
        boolean known = !told.add(line.key());
        String key = known && sentences.has(again) ? again : line.key();
        return sentence(sentences.text(key, line.values()));
    }

    /// A name with an article begins a sentence with a capital; nothing is set apart from a wide
    /// bracket.
    private static String sentence(String text) {
        return text.startsWith("the ") ? "T" + text.substring(1) : text.replace("） ", "）");
    }

    /// What of the call's properties and services a message is the first to show.
    private String notes(int message) {
        StringBuilder notes = new StringBuilder();
        for (Flow flow : findings.flows()) {
            String key = "N." + flow.kind().slug();
            boolean first = !flow.proofs().isEmpty() && flow.evidence().getFirst() == message;
            if (first && words.sentences().has(key) && told.add(key)) {
                String name = words.certain(flow.confidence(), words.phrase(key));
                String note = words.phrase("S.NOTE", "name", name);
                notes.append(words.language() == Language.ZH ? "" : " ")
                        .append(note.substring(0, 1).toUpperCase(Locale.ROOT));
                notes.append(note, 1, note.length());
            }
        }
        return notes.toString();
    }

    private String why(Line line) {
        String own = line.why().isEmpty() ? line.key() + ".why" : line.why();
        if (!words.sentences().has(own) || !told.add(own + "!")) {
            return "";
        }
        return sentence(words.sentences().text(own, line.values()));
    }

    /// How often it was sent again, and when.
    private String repeated(String text, CallMessage m) {
        if (m.repeats().isEmpty()) {
            return text;
        }
        List<String> offsets = new ArrayList<>();
        for (Seen again : m.repeats()) {
            long after = again.time() - m.seen().time();
            offsets.add((after < 0 ? "" : "+") + words.seconds(after) + " s");
        }
        String times =
                words.phrase(
                        m.repeats().size() == 1 ? "X.ONCE" : "X.TIMES",
                        Map.of(
                                "k", Integer.toString(m.repeats().size()),
                                "offsets", String.join(", ", offsets)));
        return text + times;
    }

    /// A diagnostic is told once: with the message that completes what shows it.
    private List<Advice> advice(int message) {
        List<Advice> advice = new ArrayList<>(0);
        for (Hint hint : findings.hints()) {
            if (!hint.evidence().isEmpty() && hint.evidence().getLast() == message) {
                advice.add(new Advice(hint.kind().slug(), words.hint(hint)));
            }
        }
        return List.copyOf(advice);
    }
}
