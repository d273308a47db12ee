package io.callogram.analyzer.sip;

/// Steps through `;name=value` parameters. Reused.
final class Parameters {

    private final Problems problems;
    private final Elements elements = new Elements();
    private Value value = new Value();
    private int at;
    private int to;

    int nameFrom;
    int nameTo;
    int valueFrom;
    int valueTo;

    Parameters(Problems problems) {
        this.problems = problems;
    }

    /// Starts at the first semicolon; anything before it is not looked at.
    void over(Value source, int from, int end) {
        value = source;
        to = end;
        elements.start();
        at = elements.end(source.bytes, from, end, ';');
    }

    /// Moves to the next parameter that is not empty.
    boolean next() {
        while (at < to) {
            int start = at + 1;
            int end = elements.end(value.bytes, start, to, ';');
            at = end;
            nameFrom = Ascii.skipBlanks(value.bytes, start, end);
            if (nameFrom < end) {
                parts(end);
                return true;
            }
            value.note(problems, Defect.EMPTY_PARAMETER, start - 1, Math.min(end + 1, to));
        }
        return false;
    }

    private void parts(int end) {
        byte[] bytes = value.bytes;
        int equals = Ascii.indexOf(bytes, nameFrom, end, '=');
        nameTo = Ascii.trimEnd(bytes, nameFrom, equals < 0 ? end : equals);
        valueFrom = equals < 0 ? end : Ascii.skipBlanks(bytes, equals + 1, end);
        valueTo = Ascii.trimEnd(bytes, valueFrom, end);
    }

    boolean isNamed(String lower) {
        return Ascii.is(value.bytes, nameFrom, nameTo, lower);
    }
}
