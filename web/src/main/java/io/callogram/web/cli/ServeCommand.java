package io.callogram.web.cli;

import io.callogram.analyzer.log.Retention;
import io.callogram.web.api.Server;
import io.callogram.web.api.ServerOptions;
import io.callogram.web.desk.Desk;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram serve`: the browser's side.
@Command(
        name = "serve",
        description = "Shows calls in the browser.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_CLOSING = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Captures to open, read where they are.")
    private List<Path> files = List.of();

    @Mixin private final DataFolder data = new DataFolder();

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String bind = ServerOptions.LOOPBACK;

    @Option(
            names = "--behind-proxy",
            paramLabel = "HOST",
            description = "Name under which a proxy with TLS reaches this; needed beyond loopback.")
    private @Nullable String proxy;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8377;

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "What the link carries; also CALLOGRAM_TOKEN. A new one by default.")
    private @Nullable String token = System.getenv("CALLOGRAM_TOKEN");

    @Option(
            names = "--no-token",
            description = "Let every program of this machine in (loopback only).")
    private boolean open;

    @Option(names = "--samples", description = "Open the captures that come with the program.")
    private boolean samples;

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Mixin private final LiveFeeds feeds = new LiveFeeds();

    @Mixin private final KeepOptions keep = new KeepOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Retention retention = keep.retention();
        String secret = open ? null : token == null ? fresh() : token;
        ServerOptions options =
                new ServerOptions(
                        bind,
                        port,
                        secret,
                        data.folder().resolve("uploads"),
                        ServerOptions.UPLOAD_CAP,
                        proxy);
        String objection = options.objection();
        if (objection != null) {
            throw Refusal.wrongUsage(objection);
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(asked, closed)));
        try (Desk desk = Desk.open(data.folder(), thresholds.rules());
                Server server = start(options, desk)) {
            feeds.start(desk);
            System.out.println(server.link());
            System.out.flush();
            desk.retain(retention);
            openAll(desk);
            asked.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /// A signal asks the thread that serves to close what it opened, and waits for it: what is left
    /// over otherwise is a scratch file.
    private static void end(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            if (!closed.await(LONGEST_CLOSING, TimeUnit.SECONDS)) {
                System.err.println("callogram: could not close everything in time.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Server start(ServerOptions options, Desk desk) throws IOException {
        try {
            return Server.start(options, desk);
        } catch (BindException e) {
            throw Refusal.failed(
                    "cannot listen on "
                            + bind
                            + ":"
                            + port
                            + " ("
                            + e.getMessage()
                            + "); choose with --bind and --port.");
        } catch (UnknownHostException e) {
            throw Refusal.failed(
                    "no address is called " + bind + "; --bind takes one of this machine.");
        }
    }

    private void openAll(Desk desk) throws IOException {
        for (Path file : files) {
            try {
                if (!Files.isRegularFile(file)) {
                    throw new IOException("no such file");
                }
                desk.read(file.getFileName().toString(), file);
            } catch (IOException e) {
                System.err.println("callogram: " + file + ": " + e.getMessage());
            }
        }
        if (samples) {
            desk.samples();
        }
    }

    private static String fresh() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
