package io.callogram.analyzer.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the generator says of one entry that it played.
///
/// @param callIds of its legs
/// @param outcome slug
/// @param headline slug of the flow that names it
/// @param flows slugs of all that it contains
record Truth(Set<String> callIds, String outcome, String headline, Set<String> flows) {

    /// One JSON object a line, with fields in a fixed order and no escapes in what is read here.
    static List<Truth> read(Path file) throws IOException {
        List<Truth> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(
                    new Truth(
                            strings(line, "callIds"),
                            string(line, "outcome"),
                            string(line, "headline"),
                            strings(line, "flows")));
        }
        return all;
    }

    private static String string(String line, String field) {
        int from = line.indexOf("\"" + field + "\":\"") + field.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    private static Set<String> strings(String line, String field) {
        int from = line.indexOf("\"" + field + "\":[") + field.length() + 4;
        Set<String> values = new LinkedHashSet<>();
        if (line.charAt(from) == ']') {
            return values;
        }
        String list = line.substring(from, line.indexOf("\"]", from) + 1);
        for (String value : list.split(",")) {
            values.add(value.substring(1, value.length() - 1));
        }
        return values;
    }
}
