package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message taken apart for people, by the same reading that gave its `Sighting`. All places are
/// counted from the message's first byte.
///
/// @param headers every header line in order, repeated and unreadable ones too, at most 256
/// @param bodyOffset where the body begins; the message's length without one
/// @param bodyLength bytes that belong to the body
/// @param parts of a multipart body
/// @param problems the first 64, in order of place
/// @param problemCount all of them, as in the sighting
public record MessageText(
        StartLineText start,
        List<HeaderLine> headers,
        int bodyOffset,
        int bodyLength,
        List<BodyPart> parts,
        List<ParseProblem> problems,
        int problemCount) {

    /// @param transport what it travelled on: without Content-Length a datagram's end is the body's
    /// @param truncated cut by the snap length
    /// @return null when the bytes do not start like SIP
    public static @Nullable MessageText of(
            byte[] bytes, int offset, int length, Transport transport, boolean truncated) {
        Reading reading = new Reading(FieldNames.DEFAULT, 1);
        if (!reading.read(bytes, offset, length, transport, truncated)) {
            return null;
        }
        return new MessageText(
                StartLineText.of(bytes, offset, reading.start),
                HeaderLine.of(bytes, offset, reading.lines),
                reading.body.at - offset,
                reading.body.end - reading.body.at,
                BodyPart.of(bytes, offset, reading.body),
                reading.problems.list(bytes, offset),
                reading.problems.count());
    }

    /// First header line of that long name, or null.
    public @Nullable HeaderLine first(String name) {
        for (HeaderLine line : headers) {
            if (line.name().equalsIgnoreCase(name)) {
                return line;
            }
        }
        return null;
    }
}
