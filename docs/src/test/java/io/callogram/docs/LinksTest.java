package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every relative link in every document leads somewhere.
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Path ROOT = Path.of("..");

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                String link = links.group(1);
                if (!link.contains("://") && !Files.exists(document.resolveSibling(link))) {
                    dead.add(document + " → " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void decisionsAreNumberedSentencesOfAtMost40Lines() throws IOException {
        try (Stream<Path> decisions = Files.list(Path.of("decisions"))) {
            for (Path decision : decisions.toList()) {
                assertThat(decision.getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md");
                assertThat(Files.readAllLines(decision)).hasSizeLessThanOrEqualTo(40);
            }
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        for (String folder : List.of("docs", "samples")) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
                all.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("target"))
                        .forEach(documents::add);
            }
        }
        return documents;
    }
}
