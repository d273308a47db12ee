package io.callogram.samples.script;

import io.callogram.samples.sip.Style;

/// Challenges and credentials of digest authentication, RFC 3261 §22 and RFC 8760. No password
/// stands behind them.
public record Digest(String realm, String nonce, boolean proxy, boolean withQop) {
    private static final String HEX = "0123456789abcdef";

    public static Digest fresh(Stage stage, String realm, boolean proxy) {
        return new Digest(realm, stage.chance().word(HEX, 32), proxy, stage.chance().of(0.7));
    }

    public String challenge(boolean stale) {
        return (proxy ? "Proxy-Authenticate" : "WWW-Authenticate")
                + ": Digest realm=\""
                + realm
                + "\", nonce=\""
                + nonce
                + "\", algorithm=MD5"
                + (withQop ? ", qop=\"auth\"" : "")
                + (stale ? ", stale=true" : "");
    }

    public String credentials(Stage stage, Party by, String uri) {
        Style style = by.node().style();
        String line =
                (proxy ? "Proxy-Authorization" : "Authorization")
                        + ": Digest username=\""
                        + by.user()
                        + "\", realm=\""
                        + realm
                        + "\", nonce=\""
                        + nonce
                        + "\", uri=\""
                        + uri
                        + "\", response=\""
                        + stage.chance().word(HEX, 32)
                        + "\", algorithm=MD5";
        return withQop
                ? line
                        + ", cnonce=\""
                        + stage.chance().word(style.idAlphabet(), 8)
                        + "\", qop=auth, nc=00000001"
                : line;
    }
}
