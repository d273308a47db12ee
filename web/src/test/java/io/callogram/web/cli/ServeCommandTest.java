package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

    @TempDir private Path folder;

    private int serve(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "serve";
        all[1] = "--data";
        all[2] = folder.toString();
        all[3] = "--port";
        all[4] = "0";
        System.arraycopy(options, 0, all, 5, options.length);
        return Main.run(all);
    }

    @Test
    void doesNotServeWhenItCannotCaptureWhatItWasAskedTo() {
        assertThat(serve("-i", "nonesuch0")).isEqualTo(Main.WRONG_USAGE);
        assertThat(serve("-i", "lo,nonesuch0")).isEqualTo(Main.WRONG_USAGE);
        assertThat(serve("--filter", "udp port 5060")).isEqualTo(Main.WRONG_USAGE);
        assertThat(serve("--hep", "here")).isEqualTo(Main.WRONG_USAGE);
        assertThat(serve("--hep", "udp:192.0.2.1:9060")).isEqualTo(Main.FAILED);
    }
}
