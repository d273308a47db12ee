package io.callogram.analyzer.sip.jain;

import io.callogram.analyzer.sip.ParseProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A header field's value as a small tree.
///
/// @param name long name of the header field
/// @param values one node for each element of the list, or one for the whole value; empty when it
///   could not be read
/// @param problem why it could not be read, else null
public record Structured(String name, List<Node> values, @Nullable ParseProblem problem) {

    /// A named value with what it consists of.
    public record Node(String name, String value, List<Node> children) {

        static Node leaf(String name, String value) {
            return new Node(name, value, List.of());
        }
    }

    public boolean isRead() {
        return problem == null;
    }
}
