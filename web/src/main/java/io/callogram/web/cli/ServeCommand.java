package io.callogram.web.cli;

import io.callogram.web.api.Server;
import io.callogram.web.api.ServerOptions;
import io.callogram.web.desk.Desk;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram serve`: the browser's side.
@Command(
        name = "serve",
        description = "Shows calls in the browser.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Captures to open, read where they are.")
    private List<Path> files = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where uploads are kept (default: ${DEFAULT-VALUE}).")
    private Path data = home().resolve("callogram");

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String bind = ServerOptions.LOOPBACK;

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

    @Override
    public Integer call() throws IOException, InterruptedException {
        String secret = open ? null : token == null ? fresh() : token;
        ServerOptions options =
                new ServerOptions(
                        bind,
                        port,
                        secret,
                        data.resolve("uploads"),
                        ServerOptions.UPLOAD_CAP,
                        Set.of());
        String objection = options.objection();
        if (objection != null) {
            throw Refusal.wrongUsage(objection);
        }
        try (Desk desk = Desk.open(data);
                Server server = start(options, desk)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            System.out.println(server.link());
            System.out.flush();
            openAll(desk);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private Server start(ServerOptions options, Desk desk) throws IOException {
        try {
            return Server.start(options, desk);
        } catch (BindException e) {
            throw Refusal.failed("port " + port + " is in use; name another with --port.");
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

    /// The XDG data folder.
    private static Path home() {
        String data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
    }
}
