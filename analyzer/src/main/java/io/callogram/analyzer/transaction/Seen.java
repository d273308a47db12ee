package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// A message was seen, with the session description that it carries.
public record Seen(Sighting sighting, @Nullable SessionDescription session) implements Observation {

    @Override
    public long time() {
        return sighting.where().time();
    }
}
