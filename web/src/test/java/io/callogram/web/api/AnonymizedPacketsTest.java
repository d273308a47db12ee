package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymizedPacketsTest {

    @TempDir private static Path uploads;

    private static Running running;

    @BeforeAll
    static void starts() throws Exception {
        running = new Running(uploads.resolve("spool"), true);
    }

    @AfterAll
    static void stops() throws Exception {
        running.close();
    }

    @Test
    void givesPacketsWithPseudonymsWhenAskedTo() throws Exception {
        String path = "/api/calls/" + BasicCall.ID + "/pcap?anonymize=";
        HttpResponse<String> anonymized = running.get(path + "true");
        assertThat(anonymized.body()).isEqualTo("nobody");
        assertThat(anonymized.headers().firstValue("Callogram-Left-Out")).contains("2");
        assertThat(anonymized.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"call-" + BasicCall.ID + "-anonymized.pcapng\"");
        assertThat(running.get(path + "false").body()).isEqualTo("\n\r\r\n");
        assertThat(running.get(path + "perhaps").statusCode()).isEqualTo(400);
    }
}
