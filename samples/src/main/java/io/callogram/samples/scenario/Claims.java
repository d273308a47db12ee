package io.callogram.samples.scenario;

import java.util.ArrayList;
import java.util.List;

/// What a scenario says it is, in lines of its README:
///
/// ```
/// * Flow: hold
/// * Variant of: release
/// * Near miss of: session-modify. One sentence in English: why it is none.
///   The same in Chinese.
/// ```
///
/// @param examples flows that it is the example of: every flow has one
/// @param variants flows that it shows in another form
/// @param nearMisses flows that it only looks like
public record Claims(List<String> examples, List<String> variants, List<NearMiss> nearMisses) {
    private static final String EXAMPLE = "* Flow: ";
    private static final String VARIANT = "* Variant of: ";
    private static final String NEAR_MISS = "* Near miss of: ";

    static Claims of(String readme) {
        Claims claims = new Claims(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> lines = readme.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith(EXAMPLE)) {
                claims.examples.addAll(names(line.substring(EXAMPLE.length())));
            } else if (line.startsWith(VARIANT)) {
                claims.variants.addAll(names(line.substring(VARIANT.length())));
            } else if (line.startsWith(NEAR_MISS)) {
                String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
                claims.nearMisses.add(nearMiss(line.substring(NEAR_MISS.length()), next));
            }
        }
        return claims;
    }

    private static List<String> names(String list) {
        return List.of(list.strip().split(", *"));
    }

    private static NearMiss nearMiss(String line, String next) {
        int dot = line.indexOf(". ");
        if (dot < 0 || !next.startsWith("  ")) {
            throw new IllegalArgumentException(
                    "not of the form '* Near miss of: flow. Why', Chinese in the next line: "
                            + line);
        }
        return new NearMiss(line.substring(0, dot), line.substring(dot + 2), next.strip());
    }

    /// @param flow its slug
    /// @param english why it is none
    /// @param chinese the same
    public record NearMiss(String flow, String english, String chinese) {}
}
