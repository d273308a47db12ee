package io.callogram.analyzer.sip;

/// The start line of a message (RFC 3261 §7.1, §7.2), for people.
///
/// @param offset where it begins in the message
/// @param text the whole line
/// @param method of a request, else empty
/// @param uri Request-URI, empty in a response
/// @param status of a response, else 0
/// @param reason reason phrase, empty in a request
public record StartLineText(
        int offset,
        String text,
        String method,
        String uri,
        String version,
        int status,
        String reason) {

    static StartLineText of(byte[] bytes, int offset, StartLine line) {
        int end = Math.min(line.end, line.at + Lines.LONGEST);
        String text = Ascii.text(bytes, line.at, end);
        if (line.isRequest()) {
            int uriEnd = Math.min(line.uriEnd, end);
            return new StartLineText(
                    line.at - offset,
                    text,
                    Ascii.text(bytes, line.at, line.methodEnd),
                    Ascii.text(bytes, line.uriAt, uriEnd),
                    Ascii.text(bytes, uriEnd, end).strip(),
                    0,
                    "");
        }
        int version = text.indexOf(' ');
        int tab = text.indexOf('\t');
        version = tab >= 0 && tab < version ? tab : version;
        String rest = version < 0 ? "" : text.substring(version).strip();
        int code = 0;
        while (code < rest.length() && !Character.isWhitespace(rest.charAt(code))) {
            code++;
        }
        return new StartLineText(
                line.at - offset,
                text,
                "",
                "",
                version < 0 ? text : text.substring(0, version),
                line.status,
                rest.substring(code).strip());
    }
}
