package io.callogram.analyzer.sip;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes multipart bodies apart (RFC 2046 §5.1) by plain search for the boundary: bounded in parts
/// and depth, and nothing from the wire becomes a pattern.
public final class Multipart {

    static final int MOST_PARTS = 16;
    static final int DEEPEST = 3;
    private static final int LONGEST_BOUNDARY = 256;

    /// Receives the parts in order of place, nested ones behind the part that holds them.
    @FunctionalInterface
    public interface Parts {

        /// Returns false when no more parts are wanted.
        boolean part(int depth, int headerAt, int bodyAt, int bodyEnd, String type);
    }

    private final Parts parts;
    private final byte[] bytes;
    private int seen;
    private boolean wanted = true;
    private boolean complete = true;

    private Multipart(byte[] bytes, Parts parts) {
        this.bytes = bytes;
        this.parts = parts;
    }

    public static boolean isMultipart(@Nullable String type) {
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    /// Whether the header fields of a part say that it is no part of the call's own session, but of
    /// one before the answer (RFC 3959 §4).
    public static boolean isEarlySession(byte[] bytes, int headerAt, int bodyAt) {
        for (int i = headerAt; i < bodyAt; i++) {
            boolean line = i == headerAt || bytes[i - 1] == '\n' || bytes[i - 1] == '\r';
            if (line && Ascii.starts(bytes, i, bodyAt, "content-disposition:")) {
                int value = Ascii.skipBlanks(bytes, i + 20, bodyAt);
                return Ascii.starts(bytes, value, bodyAt, "early-session");
            }
        }
        return false;
    }

    /// Hands over the parts of a body. Returns false when a limit was met or a delimiter is
    /// missing.
    public static boolean walk(byte[] bytes, int from, int to, String type, Parts parts) {
        Multipart body = new Multipart(bytes, parts);
        body.parts(from, to, type, 1);
        return body.complete;
    }

    private void parts(int from, int to, String type, int depth) {
        byte[] delimiter = delimiter(type);
        int at = delimiter.length == 2 ? -1 : find(delimiter, from, from, to);
        complete &= at >= 0;
        while (at >= 0 && wanted) {
            int start = at + delimiter.length;
            if (start + 2 <= to && bytes[start] == '-' && bytes[start + 1] == '-') {
                return;
            }
            int next = find(delimiter, start, from, to);
            complete &= next >= 0;
            if (seen == MOST_PARTS) {
                complete = false;
                return;
            }
            part(behindLine(start, to), next < 0 ? to : beforeLine(next, start), depth);
            at = next;
        }
    }

    private void part(int from, int to, int depth) {
        seen++;
        int end = Math.max(from, to);
        String type = "text/plain";
        int line = from;
        while (line < end && bytes[line] != '\r' && bytes[line] != '\n') {
            int next = behindField(line, end);
            int colon = Ascii.indexOf(bytes, line, next, ':');
            if (colon >= 0 && isContentType(line, Ascii.trimEnd(bytes, line, colon))) {
                type = unfolded(Ascii.text(bytes, colon + 1, Math.min(next, colon + 1024)));
            }
            line = next;
        }
        int body = line < end ? behindLine(line, end) : end;
        wanted = parts.part(depth, from, body, end, type);
        if (!isMultipart(type)) {
            return;
        }
        if (depth == DEEPEST) {
            complete = false;
        } else {
            parts(body, end, type, depth + 1);
        }
    }

    private static String unfolded(String value) {
        return value.replace("\r", "").replace("\n", "").strip();
    }

    private boolean isContentType(int from, int to) {
        return Ascii.is(bytes, from, to, "content-type") || Ascii.is(bytes, from, to, "c");
    }

    /// Behind a header field of a part with its continuation lines.
    private int behindField(int from, int to) {
        int at = behindLine(from, to);
        while (at < to && Ascii.isBlank(bytes[at])) {
            at = behindLine(at, to);
        }
        return at;
    }

    /// `--` and the boundary; `--` alone when the type names none.
    private static byte[] delimiter(String type) {
        int at = parameter(type, "boundary");
        boolean quoted = at < type.length() && type.charAt(at) == '"';
        at += quoted ? 1 : 0;
        int end = quoted ? type.indexOf('"', at) : type.indexOf(';', at);
        String boundary = type.substring(at, end < 0 ? type.length() : end).strip();
        String bounded = boundary.substring(0, Math.min(boundary.length(), LONGEST_BOUNDARY));
        return ("--" + bounded).getBytes(StandardCharsets.UTF_8);
    }

    /// Where the value of a parameter begins in a media type; its length without that parameter.
    private static int parameter(String type, String name) {
        int at = type.indexOf(';');
        while (at >= 0 && at < type.length()) {
            int start = at + 1;
            while (start < type.length() && type.charAt(start) <= ' ') {
                start++;
            }
            int equals = type.indexOf('=', start);
            if (equals < 0) {
                return type.length();
            }
            if (type.substring(start, equals).strip().equalsIgnoreCase(name)) {
                return skipSpaces(type, equals + 1);
            }
            boolean quoted =
                    skipSpaces(type, equals + 1) < type.length()
                            && type.charAt(skipSpaces(type, equals + 1)) == '"';
            int from = quoted ? type.indexOf('"', skipSpaces(type, equals + 1) + 1) : equals;
            at = from < 0 ? -1 : type.indexOf(';', from);
        }
        return type.length();
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /// The next delimiter that begins a line.
    private int find(byte[] delimiter, int from, int first, int to) {
        for (int i = from; i <= to - delimiter.length; i++) {
            boolean line = i == first || bytes[i - 1] == '\n' || bytes[i - 1] == '\r';
            if (line && bytes[i] == '-' && matches(delimiter, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(byte[] delimiter, int at) {
        for (int i = 0; i < delimiter.length; i++) {
            if (bytes[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private int behindLine(int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        at += at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
        return Math.min(at, to);
    }

    /// The line end before a delimiter belongs to the delimiter (RFC 2046 §5.1.1).
    private int beforeLine(int delimiter, int floor) {
        int at = delimiter;
        at -= at > floor && bytes[at - 1] == '\n' ? 1 : 0;
        at -= at > floor && bytes[at - 1] == '\r' ? 1 : 0;
        return at;
    }
}
