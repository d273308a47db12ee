package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Holding;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What two session descriptions ask for, without where.
final class Sessions {

    private Sessions() {}

    /// @param shape only which streams go which way
    static void compare(
            @Nullable SessionDescription here,
            @Nullable SessionDescription there,
            boolean shape,
            List<Change> changes) {
        String one = here == null ? null : said(here, shape);
        String other = there == null ? null : said(there, shape);
        if (one == null ? other != null : !one.equals(other)) {
            changes.add(
                    new Change(
                            "SDP",
                            here == null ? null : said(here, false),
                            there == null ? null : said(there, false)));
        }
    }

    private static String said(SessionDescription session, boolean shape) {
        StringJoiner streams = new StringJoiner("; ");
        for (Media m : session.media()) {
            StringBuilder said = new StringBuilder(m.kind());
            if (m.port() == 0) {
                said.append(" declined");
            } else if (Holding.isNowhere(m)) {
                said.append(" nowhere");
            } else {
                said.append(' ').append(m.direction().name().toLowerCase(Locale.ROOT));
            }
            if (!shape && !m.codecs().isEmpty()) {
                said.append(' ').append(String.join(",", m.codecs()));
            }
            streams.add(said);
        }
        return streams.toString();
    }
}
