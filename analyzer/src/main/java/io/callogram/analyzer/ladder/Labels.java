package io.callogram.analyzer.ladder;

import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Reasons;
import io.callogram.analyzer.sip.Sighting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Short words for arrows. Reason phrases are ours: what a peer wrote there proves nothing.
public final class Labels {

    private Labels() {}

    public static String of(Sighting sighting) {
        return sighting.isRequest() ? sighting.method().name() : phrase(sighting.status());
    }

    private static String phrase(int status) {
        String reason = Reasons.of(status);
        return reason.isEmpty() ? Integer.toString(status) : status + " " + reason;
    }

    /// The first active stream: codec, address, and the direction when it is not the default.
    public static String of(@Nullable SessionDescription session) {
        if (session == null || session.media().isEmpty()) {
            return "";
        }
        Media media = session.media().getFirst();
        for (int i = 1; media.port() == 0 && i < session.media().size(); i++) {
            media = session.media().get(i).port() == 0 ? media : session.media().get(i);
        }
        StringBuilder text = new StringBuilder();
        if (!media.codecs().isEmpty()) {
            text.append(media.codecs().getFirst()).append(' ');
        }
        boolean v6 = media.connection().indexOf(':') >= 0;
        text.append(v6 ? "[" : "").append(media.connection()).append(v6 ? "]" : "");
        text.append(':').append(media.port());
        if (media.direction() != Direction.SENDRECV) {
            text.append(' ').append(media.direction().name().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /// Seconds with three decimals.
    public static String seconds(long nanoseconds) {
        long ms = Math.floorDiv(nanoseconds, 1_000_000);
        return (ms < 0 ? "-" : "")
                + Math.abs(ms) / 1000
                + "."
                + String.format(Locale.ROOT, "%03d", Math.abs(ms) % 1000);
    }

    /// Characters that could deceive a reader, as visible tokens; everything else as it is.
    public static String visible(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (hidden(c)) {
                shown = shown == null ? new StringBuilder(text.substring(0, i)) : shown;
                shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else if (shown != null) {
                shown.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
