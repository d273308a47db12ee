package io.callogram.docs.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gallery is what the program says of its samples. `-Dgallery=update` rewrites.
class GalleryTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("gallery"));
    private static final Path FLOWS = Path.of("flows");
    private static final Path REFERENCE = Path.of("reference/flows.md");
    private static final String BEGIN = "<!-- made from the catalogue: begin -->\n";
    private static final String END = "<!-- end -->\n";
    private static final Gallery GALLERY = Gallery.open();

    static List<FlowEntry> flows() {
        return FlowEntry.all();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void thePageOfAFlowIsUpToDate(FlowEntry flow) throws IOException {
        Optional<Example> example = GALLERY.example(flow.kind());
        String slug = flow.kind().slug();
        if (example.isPresent()) {
            Picture picture = Picture.of(example.get());
            Path svg = FLOWS.resolve(slug + ".svg");
            if (UPDATE && !(Files.exists(svg) && picture.isDrawnIn(Files.readString(svg)))) {
                Files.createDirectories(FLOWS);
                Files.writeString(svg, picture.svg());
            }
            assertThat(svg).exists();
            assertThat(picture.isDrawnIn(Files.readString(svg)))
                    .as("%s is drawn from what the program says (-Dgallery=update draws it)", svg)
                    .isTrue();
        }
        check(FLOWS.resolve(slug + ".md"), new FlowPage(flow, example, GALLERY).markdown());
    }

    @Test
    void theFrontPageIsUpToDate() throws IOException {
        check(FLOWS.resolve("README.md"), FlowIndex.front());
    }

    @Test
    void theReferenceIsUpToDate() throws IOException {
        String page = Files.readString(REFERENCE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        check(REFERENCE, before + FlowIndex.table() + page.substring(page.indexOf(END)));
    }

    @Test
    void theTermsAreUpToDate() throws IOException {
        check(Path.of("concepts/terms.md"), TermsPage.markdown());
    }

    @Test
    void nothingElseLiesInTheGallery() throws IOException {
        Set<String> expected = new HashSet<>(Set.of("README.md"));
        for (FlowEntry flow : flows()) {
            expected.add(flow.kind().slug() + ".md");
            if (GALLERY.example(flow.kind()).isPresent()) {
                expected.add(flow.kind().slug() + ".svg");
            }
        }
        try (Stream<Path> files = Files.list(FLOWS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void check(Path file, String text) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("-Dgallery=update writes it").exists().hasContent(text);
    }
}
