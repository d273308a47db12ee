package io.callogram.web.api;

import io.callogram.web.api.guard.BadTokens;
import io.callogram.web.api.guard.Guard;
import io.callogram.web.api.guard.Hosts;
import io.callogram.web.api.guard.Token;
import io.callogram.web.api.workbench.Workbench;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server while it runs.
public final class Server implements AutoCloseable {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.callogram.access");
    private static final String PAGES = "ui";
    private static final long LARGEST_BODY = 1 << 16;

    private final Javalin javalin;
    private final Routes routes;
    private final Events events;
    private final ServerOptions options;

    private Server(Javalin javalin, Routes routes, Events events, ServerOptions options) {
        this.javalin = javalin;
        this.routes = routes;
        this.events = events;
        this.options = options;
    }

    /// Starts listening.
    ///
    /// @throws java.net.BindException when the address or the port cannot be had
    /// @throws IllegalArgumentException with one sentence when the options are not safe
    public static Server start(ServerOptions options, Workbench workbench) throws IOException {
        return start(options, workbench, new Assets(PAGES));
    }

    static Server start(ServerOptions options, Workbench workbench, Assets assets)
            throws IOException {
        String objection = options.objection();
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
        tryAddress(options);
        Uploads uploads = new Uploads(options.uploads(), options.uploadCap());
        Events events = new Events(workbench);
        LateGuard guard = new LateGuard();
        Routes routes = new Routes(workbench, uploads, events, assets, guard);
        Javalin javalin = Javalin.create(config -> configure(config, routes));
        try {
            javalin.start(options.bind(), options.port());
        } catch (RuntimeException failure) {
            events.close();
            throw failure;
        }
        Token token = options.token() == null ? null : new Token(options.token());
        Hosts hosts = new Hosts(options.bind(), javalin.port(), options.proxy());
        guard.set(new Guard(hosts, token, new BadTokens(System::nanoTime)));
        return new Server(javalin, routes, events, options);
    }

    /// An address that cannot be had is said before the server library tells it as a failure of its
    /// own.
    private static void tryAddress(ServerOptions options) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        }
    }

    private static void configure(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.requestLogger.http((context, milliseconds) ->
                // the path alone: queries hold telephone numbers
                ACCESS.info(
                        "{} {} {} {} ms",
                        context.req().getMethod(),
                        printable(context.req().getRequestURI()),
                        context.statusCode(),
                        Math.round(milliseconds)));
        routes.register(config.routes);
    }

    /// A log line stays one line, whatever a request names.
    private static String printable(String path) {
        StringBuilder line = new StringBuilder(path.length());
        path.chars().limit(200).forEach(c -> line.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return line.toString();
    }

    List<Route> routes() {
        return routes.api();
    }

    public int port() {
        return javalin.port();
    }

    /// Where the pages are.
    public URI address() {
        if (options.proxy() != null) {
            return URI.create("https://" + options.proxy() + "/");
        }
        String host =
                options.bind().indexOf(':') >= 0 ? "[" + options.bind() + "]" : options.bind();
        return URI.create("http://" + host + ":" + port() + "/");
    }

    /// The link that signs a browser in.
    public URI link() {
        @Nullable String token = options.token();
        return token == null ? address() : URI.create(address() + "?token=" + token);
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
    }
}
