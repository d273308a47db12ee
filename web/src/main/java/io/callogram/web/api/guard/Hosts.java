package io.callogram.web.api.guard;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names under which the server may be addressed. A page of another site whose name was bent to
/// this address (DNS rebinding) names itself and is refused.
public final class Hosts {

    private final Set<String> allowed = new HashSet<>();

    private final boolean proxied;

    /// @param proxy as `ServerOptions` says
    public Hosts(String bind, int port, @Nullable String proxy) {
        proxied = proxy != null;
        for (String name : Set.of("localhost", "127.0.0.1", "[::1]")) {
            add(name, port);
        }
        add(bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind, port);
        if (proxy != null) {
            allowed.add(proxy.toLowerCase(Locale.ROOT));
        }
    }

    private void add(String name, int port) {
        allowed.add(name.toLowerCase(Locale.ROOT) + ":" + port);
        if (port == 80) {
            allowed.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /// Whether browsers come over TLS.
    boolean isProxied() {
        return proxied;
    }

    public boolean allows(@Nullable String host) {
        return host != null && allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    /// Whether an Origin is one of this server's pages; `null` and foreign ones are not.
    public boolean allowsOrigin(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://") && allows(lower.substring(7)))
                || (lower.startsWith("https://") && allows(lower.substring(8)));
    }
}
