package io.callogram.web.api;

import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;

/// Ids as URLs bear them: `s1` a source, `s1.4096` a message by its place.
record Positions(int source, long offset) {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_SOURCE_DIGITS = 9;

    static Positions of(String written) {
        int dot = written.indexOf('.');
        if (dot < 0) {
            throw new Refused(
                    Problem.badRequest("A message is named by source and place, such as s1.4096."));
        }
        return new Positions(
                source(written.substring(0, dot)), number(written.substring(dot + 1), MOST_DIGITS));
    }

    static int source(String written) {
        if (!written.startsWith("s")) {
            throw new Refused(Problem.badRequest("A source is named s and a number, such as s1."));
        }
        return (int) number(written.substring(1), MOST_SOURCE_DIGITS);
    }

    private static long number(String digits, int most) {
        if (digits.isEmpty()
                || digits.length() > most
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refused(Problem.badRequest("A place is a number."));
        }
        return Long.parseLong(digits);
    }
}
