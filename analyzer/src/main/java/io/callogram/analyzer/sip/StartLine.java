package io.callogram.analyzer.sip;

/// Reads the start line of a message (RFC 3261 §7.1, §7.2), lenient in its spaces. Reused.
final class StartLine {

    /// Stands for a status code that is none.
    static final int NO_STATUS = 999;

    /// How many bytes may stand before the start line.
    private static final int MOST_BEFORE = 64;

    final Problems problems;
    int at;
    int end;
    int next;
    int status;
    int methodEnd;
    int uriAt;
    int uriEnd;

    StartLine(Problems problems) {
        this.problems = problems;
    }

    boolean isRequest() {
        return status == 0;
    }

    /// Whether the message starts like SIP at all, within the first bytes.
    boolean read(byte[] bytes, int from, int to, Lines lines) {
        at = from;
        end = from;
        int limit = Math.min(to, from + MOST_BEFORE);
        while (at < limit && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        while (at < limit) {
            // Up to the end of the line all candidates share it.
            end = at < end ? end : lines.lineEnd(at);
            if (isStartLine(bytes)) {
                accept(bytes, from, lines);
                return true;
            }
            at = nextCandidate(bytes, at + 1, limit);
        }
        return false;
    }

    private boolean isStartLine(byte[] bytes) {
        return Ascii.starts(bytes, at, end, "sip/") ? statusLine(bytes) : requestLine(bytes);
    }

    /// Behind junk, a start line is looked for where a capital letter begins a word.
    private static int nextCandidate(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && (bytes[i] < 'A' || bytes[i] > 'Z' || Ascii.isToken(bytes[i - 1]))) {
            i++;
        }
        return i;
    }

    private void accept(byte[] bytes, int from, Lines lines) {
        // RFC 3261 §7.5 asks receivers to ignore CRLF before the start line.
        if (at > from && !onlyLineEnds(bytes, from)) {
            problems.note(Defect.JUNK_BEFORE, from, at);
        }
        next = lines.next(end);
    }

    private boolean onlyLineEnds(byte[] bytes, int from) {
        for (int i = from; i < at; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private boolean statusLine(byte[] bytes) {
        int version = endOfWord(bytes, at);
        int code = Ascii.skipBlanks(bytes, version, end);
        if (!isVersion(bytes, at, version)
                || code == version
                || end - code < 3
                || Ascii.decimal(bytes, code, code + 3) < 0) {
            return false;
        }
        version(bytes, at, version);
        int codeEnd = endOfWord(bytes, code);
        long number = Ascii.decimal(bytes, code, codeEnd);
        status = number < 100 || number > 699 ? NO_STATUS : (int) number;
        if (status == NO_STATUS) {
            problems.note(Defect.STATUS_CODE, code, codeEnd);
        }
        if (code > version + 1) {
            problems.note(Defect.START_LINE_SPACES, version, code);
        }
        return true;
    }

    private boolean requestLine(byte[] bytes) {
        status = 0;
        methodEnd = endOfWord(bytes, at);
        if (!Ascii.isToken(bytes, at, methodEnd)) {
            return false;
        }
        uriAt = Ascii.skipBlanks(bytes, methodEnd, end);
        int lineEnd = Ascii.trimEnd(bytes, uriAt, end);
        int version = lineEnd;
        while (version > uriAt && !Ascii.isBlank(bytes[version - 1])) {
            version--;
        }
        if (version == uriAt || !isVersion(bytes, version, lineEnd)) {
            return cutRequestLine(bytes);
        }
        uriEnd = Ascii.trimEnd(bytes, uriAt, version);
        version(bytes, version, lineEnd);
        if (uriAt > methodEnd + 1 || version > uriEnd + 1 || lineEnd < end) {
            problems.note(Defect.START_LINE_SPACES, at, end);
        }
        return true;
    }

    /// A request line whose rest was cut away can still be told by what its URI begins with.
    private boolean cutRequestLine(byte[] bytes) {
        uriEnd = endOfWord(bytes, uriAt);
        boolean uri =
                Ascii.starts(bytes, uriAt, uriEnd, "sip:")
                        || Ascii.starts(bytes, uriAt, uriEnd, "sips:")
                        || Ascii.starts(bytes, uriAt, uriEnd, "tel:");
        if (uri) {
            problems.note(Defect.START_LINE_CUT, at, end);
        }
        return uri;
    }

    private int endOfWord(byte[] bytes, int from) {
        int i = from;
        while (i < end && !Ascii.isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isVersion(byte[] bytes, int from, int to) {
        int dot = Ascii.indexOf(bytes, from, to, '.');
        return Ascii.starts(bytes, from, to, "sip/")
                && dot > 0
                && Ascii.decimal(bytes, from + 4, dot) >= 0
                && Ascii.decimal(bytes, dot + 1, to) >= 0;
    }

    private void version(byte[] bytes, int from, int to) {
        if (!Ascii.is(bytes, from, to, "sip/2.0")) {
            problems.note(Defect.SIP_VERSION, from, to);
        }
    }
}
