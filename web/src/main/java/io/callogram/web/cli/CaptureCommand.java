package io.callogram.web.cli;

import io.callogram.capture.hep.HepSender;
import io.callogram.capture.hep.TlsKeys;
import io.callogram.capture.live.LiveOptions;
import io.callogram.capture.packet.FrameSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `callogram capture`: frames from interfaces or from HEP senders, until it is interrupted.
@Command(
        name = "capture",
        description = "Captures on network interfaces, or what HEP senders report.",
        mixinStandardHelpOptions = true)
final class CaptureCommand implements Callable<Integer> {
    private static final int LOOK_EVERY = 250;

    @ArgGroup(multiplicity = "1")
    private Origin origin = new Origin();

    @Option(
            names = "--filter",
            paramLabel = "BPF",
            description = "Only frames that match, as in 'udp port 5060'.")
    private @Nullable String filter;

    @Option(
            names = {"--out", "-O"},
            paramLabel = "F.pcapng",
            description = "Write the frames to a file; '-' is standard output.")
    private @Nullable Path out;

    @Option(
            names = "--rotate",
            paramLabel = "SIZE|TIME",
            description = "Begin another file by size (100MB), by time (1h), or both.")
    private List<String> rotate = List.of();

    @Option(
            names = {"--send-hep", "-H"},
            paramLabel = "udp:HOST:PORT",
            description = "Send the SIP messages to a HEP collector; also tcp: and tls:.")
    private @Nullable String sendTo;

    @Option(
            names = "--send-hep-ca",
            paramLabel = "F",
            description = "Whose certificates to trust there, in PEM; by default those of Java.")
    private @Nullable Path trusted;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Stop after this time (90s, 10m, 24h).")
    private @Nullable String span;

    @Option(names = "--snap-length", paramLabel = "N", description = "Bytes kept of each frame.")
    private @Nullable Integer snapLength;

    @Option(
            names = "--ring",
            paramLabel = "MIB",
            description = "Size of the kernel's ring for each interface (default: 64).")
    private int ring = 64;

    @Option(names = "--no-promiscuous", description = "Only frames that are for this machine.")
    private boolean shy;

    @Option(names = "-c", description = "Show calls only, no registrations and the like.")
    private boolean callsOnly;

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "N",
            description = "How many entries to show at most (default: ${DEFAULT-VALUE}).")
    private int limit = 5_000;

    @Option(names = "--lang", description = "en, zh")
    private Language language = Language.EN;

    @Mixin private HepAccess access = new HepAccess();

    private static final class Origin {
        @Option(
                names = {"-i", "-d", "--interface"},
                split = ",",
                paramLabel = "IFACE",
                description = "Interfaces to capture on; 'any' is all of them.")
        private List<String> interfaces = List.of();

        @Option(
                names = {"--hep", "-L"},
                paramLabel = "udp:ADDR:PORT",
                description = "Listen for HEP senders; also tcp: and tls:ADDR:PORT.")
        private @Nullable String hep;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long lasting = span == null ? Long.MAX_VALUE : Timespan.nanoseconds(span);
        Rotation rotation = Rotation.of(rotate);
        boolean drawn = Screen.isThere() && !FrameFile.isStandardOutput(out);
        try (Ending ending = new Ending();
                Scratch scratch = new Scratch()) {
            Path watched = scratch.folder().resolve("frames.pcapng");
            Sinks sinks =
                    new Sinks(
                            out == null ? null : new FrameFile(out, rotation),
                            drawn ? new FrameFile(watched, Rotation.NEVER) : null,
                            sender());
            Tap tap;
            String last;
            try (sinks) {
                tap = open(sinks);
                try (tap;
                        Display display = drawn ? display(watched, scratch) : null) {
                    last = run(tap, sinks, display, ending, lasting);
                }
            }
            System.err.println("callogram: " + tap.counts() + sinks.told() + ".");
            if (last != null) {
                throw Refusal.failed(last);
            }
        }
        return 0;
    }

    private Display display(Path watched, Scratch scratch) throws IOException {
        LiveTable table = new LiveTable(callsOnly, limit, language);
        return new Display(watched, scratch.folder(), table, language);
    }

    private @Nullable HepSender sender() throws IOException {
        if (sendTo == null) {
            return null;
        }
        return new HepSender(
                HepAccess.address(sendTo, "--send-hep"),
                access.key(),
                trusted == null ? null : TlsKeys.client(trusted));
    }

    private Tap open(FrameSink sink) throws IOException {
        if (origin.hep != null) {
            return Tap.hep(access.options(origin.hep), sink);
        }
        LiveOptions options =
                LiveOptions.of(origin.interfaces, filter)
                        .withRing(Math.clamp((long) ring << 20, 0, Integer.MAX_VALUE))
                        .withPromiscuous(!shy);
        return Tap.live(snapLength == null ? options : options.withSnapLength(snapLength), sink);
    }

    /// Why it ended by itself, or null when it was asked to.
    private static @Nullable String run(
            Tap tap, Sinks sinks, @Nullable Display display, Ending ending, long lasting)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < lasting && !ending.await(LOOK_EVERY)) {
            sinks.flush();
            if (display != null) {
                display.show(tap);
            }
            String failure = tap.failure();
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }
}
