package io.callogram.analyzer.sip;

/// Cuts the header of one message into its lines (RFC 3261 §7.3.1), in place and bounded, whatever
/// the bytes are. A header line is a name, a colon and a value over one or more folded lines. The
/// arrays are reused from message to message.
final class Lines {

    static final int MOST_LINES = 256;
    static final int MOST_FOLDS = 32;
    static final int LONGEST = 8192;

    final int[] at = new int[MOST_LINES];
    final int[] nameEnd = new int[MOST_LINES];
    final int[] valueAt = new int[MOST_LINES];
    final int[] valueEnd = new int[MOST_LINES];
    final boolean[] folded = new boolean[MOST_LINES];
    final Field[] field = new Field[MOST_LINES];
    int count;

    /// The header section has its end.
    boolean complete;

    /// Where the body begins; the end of the message when the header does not end before.
    int body;

    private final FieldNames names;
    private final Problems problems;
    private byte[] bytes = new byte[0];
    private int end;

    Lines(FieldNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    void over(byte[] message, int messageEnd) {
        bytes = message;
        end = messageEnd;
        count = 0;
        body = messageEnd;
    }

    /// Reads header lines from `from` to the empty line.
    void cut(int from) {
        int start = from;
        boolean ended = false;
        while (start < end && !ended) {
            int lineEnd = lineEnd(start);
            if (lineEnd == start) {
                ended = true;
                start = next(lineEnd);
            } else if (count == MOST_LINES) {
                problems.noteOnce(Defect.TOO_MANY_LINES, start, lineEnd);
                start = next(lineEnd);
            } else {
                start = line(start, lineEnd);
            }
        }
        body = start;
        complete = ended;
        if (!ended) {
            problems.note(Defect.HEADER_CUT, end, end);
        }
    }

    private int line(int start, int firstEnd) {
        int colon = Ascii.indexOf(bytes, start, firstEnd, ':');
        int line = count++;
        at[line] = start;
        valueEnd[line] = firstEnd;
        folded[line] = false;
        if (colon < 0 || Ascii.isBlank(bytes[start])) {
            problems.note(
                    Ascii.isBlank(bytes[start]) ? Defect.STRAY_FOLD : Defect.NO_COLON,
                    start,
                    firstEnd);
            nameEnd[line] = start;
            valueAt[line] = Ascii.skipBlanks(bytes, start, firstEnd);
            field[line] = Field.OTHER;
        } else {
            name(line, start, colon);
            valueAt[line] = Ascii.skipBlanks(bytes, colon + 1, firstEnd);
        }
        int after = next(firstEnd);
        if (after < end && Ascii.isBlank(bytes[after])) {
            after = folds(line, after);
        }
        if (valueEnd[line] - valueAt[line] > LONGEST) {
            problems.note(Defect.HEADER_TOO_LONG, valueAt[line], valueEnd[line]);
        }
        return after;
    }

    private void name(int line, int start, int colon) {
        int stop =
                bytes[colon - (colon > start ? 1 : 0)] > ' '
                        ? colon
                        : Ascii.trimEnd(bytes, start, colon);
        nameEnd[line] = stop;
        field[line] = names.find(bytes, start, stop);
        if (field[line] == Field.OTHER && !Ascii.isToken(bytes, start, stop)) {
            problems.note(Defect.HEADER_NAME, start, stop);
        }
    }

    /// Continuation lines of a header field. A line of blanks is one of them (RFC 3261 §25.1, LWS).
    private int folds(int line, int first) {
        int start = first;
        folded[line] = true;
        for (int fold = 1; start < end && Ascii.isBlank(bytes[start]); fold++) {
            int lineEnd = lineEnd(start);
            if (Ascii.skipBlanks(bytes, start, lineEnd) == lineEnd) {
                problems.noteOnce(Defect.BLANK_LINE, start, lineEnd);
            }
            if (fold <= MOST_FOLDS) {
                valueEnd[line] = lineEnd;
            } else {
                problems.noteOnce(Defect.TOO_MANY_FOLDS, start, lineEnd);
            }
            start = next(lineEnd);
        }
        return start;
    }

    /// The next CR or LF, or the end of the message. Bytes below 0x20 are found eight at a time.
    int lineEnd(int from) {
        int i = from;
        while (i < end) {
            long word = Ascii.word(bytes, i);
            long hit = (word - Ascii.FOLD) & ~word & Ascii.HIGHS;
            if (hit == 0) {
                i += 8;
                continue;
            }
            i += Long.numberOfTrailingZeros(hit) >>> 3;
            if (i >= end || bytes[i] == '\r' || bytes[i] == '\n') {
                return Math.min(i, end);
            }
            // Inside quotes a backslash allows any of them (RFC 3261 §25.1, quoted-pair).
            if (bytes[i] != '\t' && (i == from || bytes[i - 1] != '\\')) {
                problems.noteOnce(Defect.CONTROL_CHARACTER, i, i + 1);
            }
            i++;
        }
        return end;
    }

    /// Behind the line end that stands there.
    int next(int lineEnd) {
        if (lineEnd >= end) {
            return end;
        }
        if (bytes[lineEnd] == '\n') {
            problems.noteOnce(Defect.BARE_LF, lineEnd, lineEnd + 1);
            return lineEnd + 1;
        }
        if (lineEnd + 1 < end && bytes[lineEnd + 1] == '\n') {
            return lineEnd + 2;
        }
        problems.noteOnce(Defect.BARE_CR, lineEnd, lineEnd + 1);
        return lineEnd + 1;
    }
}
