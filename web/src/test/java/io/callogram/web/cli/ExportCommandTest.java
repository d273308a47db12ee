package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir private Path folder;

    private String exported(String... options) throws Exception {
        Scenario found =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals("recorded/call-released-by-callee"))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("capture");
        try (InputStream in = found.capture()) {
            Files.write(file, in.readAllBytes());
        }
        Path out = folder.resolve("out.pcapng");
        String[] arguments = new String[options.length + 6];
        arguments[0] = "export";
        arguments[1] = file.toString();
        arguments[2] = "--call";
        arguments[3] = "number:1002";
        arguments[4] = "--out";
        arguments[5] = out.toString();
        System.arraycopy(options, 0, arguments, 6, options.length);
        assertThat(Main.run(arguments)).isZero();
        return Files.readString(out, StandardCharsets.ISO_8859_1);
    }

    @Test
    void writesThePacketsOfACall() throws Exception {
        assertThat(exported()).contains("INVITE sip:1002@");
    }

    @Test
    void putsPseudonymsInPlaceOfNames() throws Exception {
        String plain = exported();
        assertThat(exported("--anonymize"))
                .hasSameSizeAs(plain)
                .contains("INVITE sip:", "SIP/2.0 200 OK")
                .doesNotContain("sip:1002@", "sip:1001@");
    }

    @Test
    void drawsOtherPseudonymsForEveryExport() throws Exception {
        assertThat(exported("--anonymize")).isNotEqualTo(exported("--anonymize"));
    }
}
