package io.callogram.web.desk;

import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.analyzer.sip.ParseProblem;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.sip.jain.Structured;
import io.callogram.analyzer.sip.jain.StructuredHeaders;
import io.callogram.web.api.workbench.MessageReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message taken apart, as the API shows it.
final class Readings {

    private Readings() {}

    static MessageReading of(byte[] message, Where where) {
        MessageText text =
                MessageText.of(message, 0, message.length, where.transport(), where.truncated());
        if (text == null) {
            throw new IllegalStateException(
                    "what stands at " + where.position() + " is no longer SIP");
        }
        return new MessageReading(
                text.start().text(),
                text.headers().stream().map(Readings::header).toList(),
                text.bodyOffset(),
                text.bodyLength(),
                text.problems().stream().map(Readings::problem).toList());
    }

    private static MessageReading.Header header(HeaderLine line) {
        Structured structured = StructuredHeaders.of(line);
        return new MessageReading.Header(
                line.written(),
                line.name(),
                line.value(),
                line.cut(),
                line.offset(),
                line.length(),
                tree(structured),
                structured.values().isEmpty() && structured.problem() != null
                        ? reason(structured.problem())
                        : null);
    }

    private static MessageReading.@Nullable Structured tree(Structured structured) {
        if (structured.values().isEmpty()) {
            return null;
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Structured.Node node : structured.values()) {
            flatten(node, fields);
        }
        return new MessageReading.Structured(structured.name(), fields);
    }

    private static void flatten(Structured.Node node, List<Map.Entry<String, String>> fields) {
        if (node.children().isEmpty()) {
            fields.add(Map.entry(node.name(), node.value()));
        }
        for (Structured.Node child : node.children()) {
            flatten(child, fields);
        }
    }

    /// A field without a known structure has nothing wrong with it.
    private static @Nullable String reason(ParseProblem problem) {
        return problem.excerpt().equals("no structure known") ? null : problem.sentence();
    }

    private static MessageReading.Problem problem(ParseProblem problem) {
        return new MessageReading.Problem(
                problem.slug(), problem.at(), problem.sentence(), problem.section());
    }
}
