package io.callogram.analyzer.sip;

/// The value of one header line, unfolded and trimmed: in place when it stands on one line, else in
/// a buffer of its own. Reused.
final class Value {

    byte[] bytes = new byte[0];
    int from;
    int to;

    private final byte[] buffer = new byte[Lines.LONGEST];
    private int lineAt;
    private boolean copied;

    void of(byte[] message, Lines lines, int line) {
        lineAt = lines.at[line];
        bytes = message;
        from = lines.valueAt[line];
        to = lines.valueEnd[line];
        copied = lines.folded[line];
        if (copied) {
            unfold(message);
        } else {
            to = Math.min(to, from + Lines.LONGEST);
        }
        to = Ascii.trimEnd(bytes, from, to);
    }

    /// A value that is no header line's.
    void inPlace(byte[] message, int start, int end) {
        bytes = message;
        from = start;
        to = end;
        copied = false;
    }

    /// Replaces each fold, with the blanks around it, by one space (RFC 3261 §7.3.1).
    private void unfold(byte[] message) {
        int length = 0;
        int at = from;
        while (at < to && length < buffer.length) {
            if (message[at] != '\r' && message[at] != '\n') {
                buffer[length++] = message[at++];
                continue;
            }
            length = Ascii.trimEnd(buffer, 0, length);
            while (at < to && message[at] <= ' ' && message[at] >= 0) {
                at++;
            }
            if (length > 0 && at < to) {
                buffer[length++] = ' ';
            }
        }
        bytes = buffer;
        from = Ascii.skipBlanks(buffer, 0, length);
        to = length;
    }

    /// Where a byte of the value stands in the array that holds the message.
    int place(int index) {
        return copied ? lineAt : index;
    }

    void note(Problems problems, Defect defect, int start, int end) {
        problems.note(defect, place(start), copied ? lineAt : end);
    }
}
