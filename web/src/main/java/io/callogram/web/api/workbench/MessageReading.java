package io.callogram.web.api.workbench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message taken apart for people. Places are counted from the message's first byte.
///
/// @param bodyOffset where the body begins; the message's length without one
public record MessageReading(
        String startLine,
        List<Header> headers,
        int bodyOffset,
        int bodyLength,
        List<Problem> problems) {

    /// One header line, also repeated and unreadable ones.
    ///
    /// @param name as written
    /// @param canonical the long name
    /// @param value unfolded, trimmed
    /// @param cut bytes of the value that are not in `value`, because it is too long
    /// @param structured null for a field that has no structure or cannot be read
    /// @param problem why it cannot be read, or null
    public record Header(
            String name,
            String canonical,
            String value,
            int cut,
            int offset,
            int length,
            @Nullable Structured structured,
            @Nullable String problem) {}

    /// @param kind of header field, `Via` …
    public record Structured(String kind, List<Map.Entry<String, String>> fields) {}

    /// Something that is not as the RFC wants it.
    public record Problem(String slug, int offset, String sentence, String rfc) {}

    /// Value of the first header line of that long name; empty without one.
    public String first(String canonical) {
        for (Header header : headers) {
            if (header.canonical().equalsIgnoreCase(canonical)) {
                return header.value();
            }
        }
        return "";
    }
}
