package io.callogram.analyzer.story;

import io.callogram.analyzer.flow.hint.Findings;
import java.util.List;

/// A call told step by step.
///
/// @param title what kind of call it is
/// @param summary who, how long, how it ended
/// @param steps messages and milestones, in order
public record Story(String title, String summary, List<Step> steps) {

    public static Story of(Findings findings, Language language) {
        return new Narration(findings, language).story();
    }
}
