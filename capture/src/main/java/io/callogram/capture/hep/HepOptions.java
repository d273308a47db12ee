package io.callogram.capture.hep;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// How to listen.
///
/// @param key what every message has to carry, null for nothing; version 2 cannot carry one
/// @param tls who we are, for `tls:` addresses
/// @param queueBytes what may wait between the socket and the receiver
public record HepOptions(
        HepAddress address,
        AllowedSources allowed,
        byte @Nullable [] key,
        @Nullable SSLContext tls,
        int queueBytes) {

    private static final int USUAL_QUEUE = 64 << 20;

    public static HepOptions of(HepAddress address) {
        return new HepOptions(address, AllowedSources.EVERYBODY, null, null, USUAL_QUEUE);
    }

    public HepOptions withAllowed(AllowedSources sources) {
        return new HepOptions(address, sources, key, tls, queueBytes);
    }

    public HepOptions withKey(byte @Nullable [] secret) {
        return new HepOptions(address, allowed, secret, tls, queueBytes);
    }

    public HepOptions withTls(SSLContext context) {
        return new HepOptions(address, allowed, key, context, queueBytes);
    }
}
