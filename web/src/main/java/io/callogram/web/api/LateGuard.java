package io.callogram.web.api;

import io.callogram.web.api.guard.Guard;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import org.jspecify.annotations.Nullable;

/// The guard, known only once the port is: until then every request is refused.
final class LateGuard {

    private volatile @Nullable Guard guard;

    void set(Guard guard) {
        this.guard = guard;
    }

    Guard get() {
        Guard known = guard;
        if (known == null) {
            throw new Refused(Problem.of(503, "starting", "Starting", "The server is starting."));
        }
        return known;
    }
}
