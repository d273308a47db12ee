package io.callogram.web.api.guard;

import io.javalin.http.Context;

/// The headers that every answer bears.
public final class Headers {

    /// Nothing but what this server itself serves; no frames, no plug-ins, no strings as script.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'%s; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
                    + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private Headers() {}

    static void secure(Context context) {
        context.header(CONTENT_SECURITY_POLICY, POLICY.formatted(""));
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
    }

    /// The page's own inline import map, named by its hash, is allowed besides.
    public static void page(Context context, String importMapHash) {
        String exception = importMapHash.isEmpty() ? "" : " 'sha256-" + importMapHash + "'";
        context.header(CONTENT_SECURITY_POLICY, POLICY.formatted(exception));
    }

    /// A file to be saved, under a name that was made here; opened in a browser it can do nothing.
    public static void download(Context context, String fileName) {
        context.header(CONTENT_SECURITY_POLICY, "sandbox");
        context.header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }
}
