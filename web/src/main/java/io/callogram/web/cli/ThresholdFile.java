package io.callogram.web.cli;

import io.callogram.analyzer.flow.Thresholds;
import io.callogram.analyzer.flow.hint.HintThresholds;
import io.callogram.analyzer.flow.hint.Rulebook;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The thresholds that no standard gives, as a file of lines `name = value` says them. What it does
/// not name keeps its default.
final class ThresholdFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(\\w+)\\s*=\\s*(\\d{1,9})\\s*(ms|s|)\\s*");
    private static final long MILLISECOND = 1_000_000L;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "Lines 'name = value' instead of the defaults of the rules.")
    private @Nullable Path file;

    /// A value as it was written.
    private record Value(int line, long number, String unit) {}

    Rulebook rules() throws IOException {
        return file == null ? Rulebook.STANDARD : read(file);
    }

    private static Rulebook read(Path file) throws IOException {
        Map<String, Value> values = values(file);
        Rulebook rules =
                new Rulebook(
                        changed(file, Thresholds.DEFAULT, values),
                        changed(file, HintThresholds.DEFAULT, values));
        for (var left : values.entrySet()) {
            throw refused(file, left.getValue().line, "there is no threshold " + left.getKey());
        }
        return rules;
    }

    private static Map<String, Value> values(Path file) throws IOException {
        Map<String, Value> values = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "");
            if (line.isBlank()) {
                continue;
            }
            Matcher said = LINE.matcher(line);
            if (!said.matches()) {
                throw refused(
                        file, i + 1, "expected 'name = value', such as 'noAnswerRing = 15 s'");
            }
            Value value = new Value(i + 1, Long.parseLong(said.group(2)), said.group(3));
            if (values.put(said.group(1), value) != null) {
                throw refused(file, i + 1, said.group(1) + " is there twice");
            }
        }
        return values;
    }

    /// Takes the values that belong to a record out of the others.
    private static <R extends Record> R changed(Path file, R defaults, Map<String, Value> values) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        List<Object> all = new ArrayList<>();
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Value value = values.remove(components[i].getName());
                all.add(
                        value == null
                                ? components[i].getAccessor().invoke(defaults)
                                : of(file, value, components[i]));
            }
            @SuppressWarnings("unchecked") // the class of a value of that type
            Class<R> type = (Class<R>) defaults.getClass();
            return type.getDeclaredConstructor(types).newInstance(all.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    private static Object of(Path file, Value value, RecordComponent component) {
        boolean count = component.getType() == int.class;
        if (count != value.unit.isEmpty()) {
            throw refused(
                    file,
                    value.line,
                    component.getName()
                            + (count ? " is a number without a unit" : " needs a unit, ms or s"));
        }
        if (count) {
            return (int) value.number;
        }
        return value.number * (value.unit.equals("s") ? 1000 * MILLISECOND : MILLISECOND);
    }

    private static Refusal refused(Path file, int line, String sentence) {
        return Refusal.wrongUsage(file + ", line " + line + ": " + sentence + ".");
    }
}
