package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import org.jspecify.annotations.Nullable;

/// What a session description says of its streams.
final class Streams {

    private Streams() {}

    /// The first stream of a kind that exists, or null.
    static @Nullable Media first(@Nullable SessionDescription session, String kind) {
        if (session != null) {
            for (int i = 0; i < session.media().size(); i++) {
                Media m = session.media().get(i);
                if (m.port() > 0 && m.kind().equals(kind)) {
                    return m;
                }
            }
        }
        return null;
    }

    static @Nullable Media audio(@Nullable SessionDescription session) {
        return first(session, "audio");
    }

    /// Whether audio may come from there: a real address, and no direction that forbids it.
    static boolean sounds(@Nullable SessionDescription session) {
        Media audio = audio(session);
        return audio != null && !isNowhere(audio) && audio.direction() != Direction.INACTIVE;
    }

    static boolean isNowhere(Media media) {
        String connection = media.connection();
        return connection.equals("0.0.0.0")
                || connection.equals("::")
                || connection.endsWith(".invalid");
    }

    /// Whether both name the same address and port for audio.
    static boolean isSameEndpoint(@Nullable Media one, @Nullable Media other) {
        return one != null
                && other != null
                && one.port() == other.port()
                && one.connection().equals(other.connection());
    }

    static String endpoint(Media media) {
        return media.connection() + ":" + media.port();
    }

    static boolean isSecure(@Nullable SessionDescription session) {
        if (session != null) {
            for (Media m : session.media()) {
                if (m.port() > 0 && m.crypto()) {
                    return true;
                }
            }
        }
        return false;
    }
}
