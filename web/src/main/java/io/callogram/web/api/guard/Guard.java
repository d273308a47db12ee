package io.callogram.web.api.guard;

import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a request through or refuses it, before any route sees it.
public final class Guard {

    public static final String COOKIE = "callogram";

    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN = Set.of("/api/health", "/api/session");
    private static final String EVENTS = "/api/events";

    private final Hosts hosts;
    private final @Nullable Token token;
    private final BadTokens badTokens;

    public Guard(Hosts hosts, @Nullable Token token, BadTokens badTokens) {
        this.hosts = hosts;
        this.token = token;
        this.badTokens = badTokens;
    }

    /// Whether the cookie may travel over TLS alone.
    public boolean isSecure() {
        return hosts.isProxied();
    }

    public void check(Context context) {
        Headers.secure(context);
        if (!hosts.allows(context.header("Host"))) {
            throw forbidden("This server does not answer to that host name.");
        }
        String path = context.req().getRequestURI();
        boolean api = path.startsWith("/api/") || path.equals("/api");
        boolean reading = READING.contains(context.req().getMethod());
        checkOrigin(context, api, reading, path);
        if (api && !OPEN.contains(path) && !isKnown(context)) {
            throw new Refused(
                    Problem.of(
                            401,
                            "token-missing",
                            "Not signed in",
                            "Open the link that the server printed when it started, or send its token as a bearer."));
        }
    }

    /// A state may be changed, and the stream of events be read, by this server's own pages and by
    /// programs; pages of other sites never reach the interface at all.
    private void checkOrigin(Context context, boolean api, boolean reading, String path) {
        String site = context.header("Sec-Fetch-Site");
        boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreignSite && (api || !reading)) {
            throw forbidden("The request comes from a page of another site.");
        }
        if (reading && !path.equals(EVENTS)) {
            return;
        }
        String origin = context.header("Origin");
        if (origin != null && !hosts.allowsOrigin(origin)) {
            throw forbidden("The request comes from a page of another site.");
        }
        boolean browser = context.cookie(COOKIE) != null;
        if (!reading && browser && origin == null && site == null) {
            throw forbidden("A browser's request must say which page it comes from.");
        }
    }

    /// Whether the request carries the token, as a bearer or in the cookie. A wrong one is counted.
    public boolean isKnown(Context context) {
        if (token == null) {
            return true;
        }
        String bearer = context.header("Authorization");
        if (bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return accepts(bearer.substring(BEARER.length()).strip());
        }
        String cookie = context.cookie(COOKIE);
        return cookie != null && accepts(cookie);
    }

    /// Whether that is the token; refuses altogether after too many wrong ones.
    public boolean accepts(String offered) {
        if (token == null || token.is(offered)) {
            return true;
        }
        if (badTokens.tooMany()) {
            throw new Refused(
                    Problem.of(
                            429,
                            "too-many-tokens",
                            "Too many wrong tokens",
                            "Try again in a minute."));
        }
        return false;
    }

    private static Refused forbidden(String detail) {
        return new Refused(Problem.of(403, "forbidden", "Not allowed", detail));
    }
}
