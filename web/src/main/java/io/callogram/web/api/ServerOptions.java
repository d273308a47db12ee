package io.callogram.web.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the server is reached.
///
/// @param bind address to listen on
/// @param port 0 for any free one
/// @param token what every request must carry, or null for none (loopback only)
/// @param uploads private folder that unfinished uploads stand in
/// @param uploadCap most bytes of one upload
/// @param proxy name, with a port unless it is 443, under which a proxy reaches the server over
///   TLS, or null
public record ServerOptions(
        String bind,
        int port,
        @Nullable String token,
        Path uploads,
        long uploadCap,
        @Nullable String proxy) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final long UPLOAD_CAP = 2L << 30;

    static final int SHORTEST_TOKEN = 16;

    /// Loopback, with a token, on that port.
    public static ServerOptions local(int port, @Nullable String token, Path uploads) {
        return new ServerOptions(LOOPBACK, port, token, uploads, UPLOAD_CAP, null);
    }

    /// Says in one sentence what is not allowed, or null.
    public @Nullable String objection() {
        if (token == null && !isLoopback()) {
            return "Without a token the server listens on a loopback address only; leave out --no-token or --bind "
                    + bind
                    + ".";
        }
        if (proxy == null && !isLoopback()) {
            return "Beyond this machine the token and the calls would travel in the clear; put a proxy that speaks TLS in front and name it with --behind-proxy HOST, or leave out --bind "
                    + bind
                    + ".";
        }
        if (token != null && token.length() < SHORTEST_TOKEN) {
            return "A token has at least " + SHORTEST_TOKEN + " characters.";
        }
        return null;
    }

    boolean isLoopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
