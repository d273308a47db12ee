package io.callogram.analyzer.story;

import java.util.List;

/// One message or milestone of a story.
///
/// @param number what it is called: `3` or `M1`
/// @param message number of the message; 0 for a milestone
/// @param key of the sentence: what kind of step it is
/// @param fromNode index of the sending node; -1 for a milestone
/// @param toNode index of the receiving node; -1 for a milestone
/// @param text what happened
/// @param why what that means or rests on, or empty
/// @param proof the header line or attribute that shows it, or empty
/// @param hints diagnostics that this message completes
public record Step(
        String number,
        int message,
        String key,
        int fromNode,
        int toNode,
        String text,
        String why,
        String proof,
        List<Advice> hints) {

    /// A diagnostic in words.
    ///
    /// @param hint slug
    public record Advice(String hint, String text) {}
}
