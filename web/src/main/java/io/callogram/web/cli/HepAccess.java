package io.callogram.web.cli;

import io.callogram.capture.hep.AllowedSources;
import io.callogram.capture.hep.HepAddress;
import io.callogram.capture.hep.HepOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who may send HEP, and with which key.
final class HepAccess {

    @Option(
            names = "--hep-key",
            paramLabel = "KEY",
            description = "What HEP messages have to carry; also CALLOGRAM_HEP_KEY.")
    private @Nullable String key = System.getenv("CALLOGRAM_HEP_KEY");

    @Option(
            names = "--hep-allow",
            split = ",",
            paramLabel = "NETWORK",
            description = "Who may send HEP: addresses or networks (10.0.0.0/8).")
    private List<String> allowed = List.of();

    byte @Nullable [] key() {
        return key == null || key.isEmpty() ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    HepOptions options(String address) {
        AllowedSources sources = AllowedSources.parse(allowed);
        if (sources == null) {
            throw Refusal.wrongUsage(
                    "--hep-allow takes addresses and networks, as in 10.0.0.0/8,fd00::1.");
        }
        return HepOptions.of(address(address, "--hep")).withAllowed(sources).withKey(key());
    }

    static HepAddress address(String text, String option) {
        HepAddress address = HepAddress.parse(text);
        if (address == null) {
            throw Refusal.wrongUsage(
                    option + " takes udp:ADDR:PORT or tcp:ADDR:PORT, not '" + text + "'.");
        }
        return address;
    }
}
