package io.callogram.analyzer.ladder;

import java.util.List;

/// What a ladder shows, in drawing order.
///
/// @param title who called whom
/// @param columns one per node, left to right
/// @param rows top to bottom
public record Ladder(String title, List<Column> columns, List<Row> rows) {

    /// One vertical line.
    public record Column(String name, String address) {}

    /// One horizontal line of the picture.
    public sealed interface Row permits Arrow, Gap, Bar {}

    /// One message.
    ///
    /// @param number of the message in its call
    /// @param time nanoseconds since 1970
    /// @param sinceStart nanoseconds since the first message
    /// @param from index of the sending column
    /// @param to index of the receiving column
    /// @param label method, or status code and reason
    /// @param carries what its session description says, or empty
    /// @param request solid line, filled head
    /// @param leg number of its leg: decides the colour
    /// @param repeats how often it was sent again
    /// @param remark what is wrong with it, or empty
    public record Arrow(
            int number,
            long time,
            long sinceStart,
            int from,
            int to,
            String label,
            String carries,
            boolean request,
            int leg,
            int repeats,
            String remark)
            implements Row {}

    /// A second or more without a message.
    public record Gap(long nanoseconds) implements Row {}

    /// Media between two columns.
    ///
    /// @param kind `talk`, `early`, `hold`
    /// @param text what flows and for how long
    public record Bar(
            int from, int to, String kind, int leg, boolean forward, boolean backward, String text)
            implements Row {}
}
