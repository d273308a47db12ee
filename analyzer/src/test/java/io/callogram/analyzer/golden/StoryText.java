package io.callogram.analyzer.golden;

import io.callogram.analyzer.story.Step;
import io.callogram.analyzer.story.Story;

/// A story in lines that people can read: why and proof are indented below their step.
final class StoryText {

    private StoryText() {}

    static String of(Story story) {
        StringBuilder out = new StringBuilder();
        out.append(story.title()).append('\n').append(story.summary()).append("\n\n");
        for (Step step : story.steps()) {
            out.append('(').append(step.number()).append(") ").append(step.text()).append('\n');
            line(out, "why: ", step.why());
            line(out, "", step.proof());
            for (Step.Advice advice : step.hints()) {
                line(out, advice.hint() + ": ", advice.text());
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String label, String text) {
        if (!text.isEmpty()) {
            out.append("    ").append(label).append(text).append('\n');
        }
    }
}
