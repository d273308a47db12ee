package io.callogram.analyzer.story;

/// A story as plain text: below a step what it means, then the proof after `>`, hints after `!`.
public final class TextStory {

    private TextStory() {}

    public static String draw(Story story) {
        StringBuilder out = new StringBuilder();
        out.append(story.title()).append('\n').append(story.summary()).append("\n\n");
        for (Step step : story.steps()) {
            out.append('(').append(step.number()).append(") ").append(step.text()).append('\n');
            line(out, "", step.why());
            line(out, "> ", step.proof());
            for (Step.Advice advice : step.hints()) {
                line(out, "! ", advice.text());
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String mark, String text) {
        if (!text.isEmpty()) {
            out.append("    ").append(mark).append(text).append('\n');
        }
    }
}
