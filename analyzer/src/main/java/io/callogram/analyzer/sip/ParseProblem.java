package io.callogram.analyzer.sip;

/// Something in a message that is not as the RFC wants it: never an exception, always with a place.
///
/// @param at first byte concerned, counted from the start of the message
/// @param length bytes concerned
/// @param excerpt those bytes for people: bounded, with controls and direction marks escaped
public record ParseProblem(Defect defect, int at, int length, String excerpt) {

    public String slug() {
        return defect.slug();
    }

    public String section() {
        return defect.section();
    }

    /// What is wrong, with the text concerned.
    public String sentence() {
        return excerpt.isEmpty() ? defect.sentence() : defect.sentence() + " “" + excerpt + "”";
    }
}
