package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sizes that keep the house readable: see CONTRIBUTING.
class BudgetTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("capture", "samples", "analyzer", "web");

    @Test
    void noSourceFileHasMoreThan400Lines() {
        assertThat(sources("main").stream().filter(file -> lines(file) > 400)).isEmpty();
        assertThat(sources("test").stream().filter(file -> lines(file) > 400)).isEmpty();
    }

    @Test
    void halfOfTheFilesHaveAtMost80LinesAndNineTenthsAtMost250() {
        List<Long> sizes =
                sources("main").stream()
                        .filter(file -> file.toString().endsWith(".java"))
                        .map(BudgetTest::lines)
                        .sorted()
                        .toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(80);
        assertThat(sizes.get(sizes.size() * 9 / 10)).isLessThanOrEqualTo(250);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        List<Path> silent = new ArrayList<>();
        for (Path file : sources("main")) {
            if (file.toString().endsWith(".java")
                    && !Files.exists(file.resolveSibling("package-info.java"))) {
                silent.add(file.getParent());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources(String kind) {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = ROOT.resolve(module).resolve("src").resolve(kind);
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().matches(".*\\.(java|js|mjs|css)"))
                        .filter(file -> !file.toString().contains("node_modules"))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
