package io.callogram.capture.hep;

import org.jspecify.annotations.Nullable;

/// How to listen.
///
/// @param key what every message has to carry, null for nothing; version 2 cannot carry one
/// @param queueBytes what may wait between the socket and the receiver
public record HepOptions(
        HepAddress address, AllowedSources allowed, byte @Nullable [] key, int queueBytes) {

    private static final int USUAL_QUEUE = 64 << 20;

    public static HepOptions of(HepAddress address) {
        return new HepOptions(address, AllowedSources.EVERYBODY, null, USUAL_QUEUE);
    }

    public HepOptions withAllowed(AllowedSources sources) {
        return new HepOptions(address, sources, key, queueBytes);
    }

    public HepOptions withKey(byte @Nullable [] secret) {
        return new HepOptions(address, allowed, secret, queueBytes);
    }
}
