package io.callogram.samples.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.samples.CaptureReader;
import io.callogram.samples.Seen;
import io.callogram.samples.StrictSip;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    /// Their very subject breaks a rule of form: peers of RFC 2543 have other branches and no tag.
    private static final Set<String> ODD_IN_FORM =
            Set.of("corner/rfc2543-peer", "corner/ringing-without-tag");

    /// Their subject is that something is missing, out of order or against the rules.
    private static final Set<String> ODD_IN_SEQUENCE =
            Set.of(
                    "corner/rfc2543-peer",
                    "corner/ringing-without-tag",
                    "corner/out-of-order",
                    "corner/response-to-no-request",
                    "corner/invite-not-captured",
                    "corner/hold-half-captured",
                    "corner/cseq-jumps",
                    "corner/terminated-unseen",
                    "corner/cancel-unmatched",
                    "corner/cseq-not-raised",
                    "corner/ack-with-the-branch-of-the-invite",
                    "corner/to-tag-changed");

    static List<Scenario> all() {
        return Scenarios.all();
    }

    /// What is recorded from a real stack is as it is; only what we wrote must be well-formed.
    static List<Scenario> written() {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.messages().isPresent())
                .toList();
    }

    private static CaptureReader read(Scenario scenario) throws IOException {
        return CaptureReader.read(scenario.capture().readAllBytes());
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWellFormed(Scenario scenario) throws IOException {
        List<Seen> messages = read(scenario).messages();
        assertThat(messages)
                .hasSize(MessageFile.parse(scenario.messages().orElseThrow()).messages().size());
        if (!ODD_IN_FORM.contains(scenario.name())) {
            assertThat(StrictSip.breachesOfForm(messages)).isEmpty();
        }
        if (!ODD_IN_SEQUENCE.contains(scenario.name())) {
            assertThat(StrictSip.breaches(messages)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItShowsAndHowItWasMade(Scenario scenario) {
        String[] paragraphs = scenario.readme().strip().split("\n\n");
        assertThat(paragraphs[0]).startsWith("# ");
        assertThat(paragraphs).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void oddScenariosAreOddIndeed() throws IOException {
        for (String name : ODD_IN_SEQUENCE) {
            assertThat(StrictSip.breaches(read(Scenarios.named(name)).messages()))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void keepsTheTextOfMessagesByteForByte() throws IOException {
        Scenario scenario = Scenarios.named("call/through-proxy");
        List<WrittenMessage> written =
                MessageFile.parse(scenario.messages().orElseThrow()).messages();
        String first = new String(written.get(0).bytes(), StandardCharsets.UTF_8);
        assertThat(first)
                .startsWith("INVITE sip:1002@example.com SIP/2.0\r\n")
                .endsWith("\r\na=sendrecv\r\n");
        Seen seen = read(scenario).messages().get(0);
        assertThat(new String(seen.body(), StandardCharsets.UTF_8))
                .isEqualTo(first.substring(first.indexOf("v=0")));
        assertThat(seen.from()).isEqualTo("0a000009:5060");
    }

    @Test
    void readsTimesInTheOrderOfTheFile() throws IOException {
        assertThat(read(Scenarios.named("corner/clock-step")).inOrder()).isFalse();
        assertThat(read(Scenarios.named("call/through-proxy")).inOrder()).isTrue();
    }

    @Test
    void writesGoldenFilesIntoTheSourceTree() {
        Scenario scenario = Scenarios.named("call/through-proxy");
        Path folder = scenario.sourceFolder().orElseThrow();
        assertThat(folder.resolve("messages.sip")).exists();
        assertThat(folder.toString()).contains("src" + File.separator + "main");
        assertThat(scenario.golden("no-such.golden")).isEmpty();
        assertThat(scenario.golden("README.md")).contains(scenario.readme());
    }

    @Test
    void findsScenariosInAJar(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("samples.jar");
        Path classes =
                Path.of(
                        Scenarios.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            List<?> found =
                    (List<?>)
                            loader.loadClass(Scenarios.class.getName())
                                    .getMethod("all")
                                    .invoke(null);
            assertThat(found)
                    .extracting(Object::toString)
                    .isEqualTo(all().stream().map(Scenario::name).toList());
        }
    }

    @Test
    void saysWhereAMessageFileIsWrong() {
        assertThatThrownBy(() -> MessageFile.parse("INVITE sip:a SIP/2.0\n"))
                .hasMessageContaining("INVITE sip:a");
        assertThatThrownBy(() -> MessageFile.parse("@ 0 a 10.0.0.1:5060 b 10.0.0.2:5060 udp\n"))
                .hasMessageContaining("10.0.0.2");
        assertThatThrownBy(
                        () -> MessageFile.parse("@ 0 a 10.0.0.1:5060 > b host.example:5060 udp\n"))
                .hasMessageContaining("host.example");
    }
}
