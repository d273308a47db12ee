package io.callogram.web.cli;

import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveOptions;
import io.callogram.web.desk.Desk;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The live sources that a server begins with.
final class LiveFeeds {

    @Option(
            names = {"-i", "-d", "--interface"},
            split = ",",
            paramLabel = "IFACE",
            description = "Capture on these interfaces from the start; 'any' is all of them.")
    private List<String> interfaces = List.of();

    @Option(
            names = "--filter",
            paramLabel = "BPF",
            description = "Only frames that match, as in 'udp port 5060'.")
    private @Nullable String filter;

    @Option(
            names = {"--hep", "-L"},
            paramLabel = "udp:ADDR:PORT",
            description = "Listen for HEP senders, too; also tcp: and tls:ADDR:PORT.")
    private @Nullable String hep;

    @Mixin private final HepAccess access = new HepAccess();

    /// Returns when all of them capture: what is sent from then on is seen.
    void start(Desk desk) {
        if (interfaces.isEmpty() && filter != null) {
            throw Refusal.wrongUsage("--filter needs -i: it says what is captured there.");
        }
        try {
            if (!interfaces.isEmpty()) {
                desk.captures().start(LiveOptions.of(interfaces, filter));
                System.err.println("callogram: capturing on " + String.join(", ", interfaces));
            }
            if (hep != null) {
                String listening = desk.listen(access.options(hep)).name();
                System.err.println("callogram: listening for " + listening);
            }
        } catch (CaptureRefused refused) {
            throw Refusal.of(refused);
        } catch (IOException refused) {
            throw Refusal.failed(refused.getMessage() + ".");
        }
    }
}
