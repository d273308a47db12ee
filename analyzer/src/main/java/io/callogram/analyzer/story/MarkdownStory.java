package io.callogram.analyzer.story;

/// A story as Markdown: a step is a paragraph that begins with its number.
public final class MarkdownStory {

    private static final String SPECIAL = "\\`*_[]<>|~&";

    private MarkdownStory() {}

    public static String draw(Story story) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(escaped(story.title())).append("\n\n");
        out.append(escaped(story.summary())).append("\n");
        for (Step step : story.steps()) {
            out.append("\n**(").append(step.number()).append(")** ");
            out.append(escaped(step.text())).append('\n');
            if (!step.why().isEmpty()) {
                out.append("*").append(escaped(step.why())).append("*\n");
            }
            if (!step.proof().isEmpty()) {
                out.append("\n").append(code(step.proof())).append("\n");
            }
            for (Step.Advice advice : step.hints()) {
                out.append("\n> ").append(escaped(advice.text())).append('\n');
            }
        }
        return out.toString();
    }

    /// What the wire says must not become a link or markup.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean address = c == ':' && text.startsWith("//", i + 1);
            boolean host = c == '.' && i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
            if (SPECIAL.indexOf(c) >= 0 || address || host) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /// A fence longer than any run of backquotes within (CommonMark §6.1).
    private static String code(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + ' ' + text + ' ' + fence;
    }
}
