package io.callogram.samples.scenario;

import io.callogram.samples.wire.Endpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One message of `messages.sip` with its time and its ends.
///
/// @param text with CRLF and, where the file says `Content-Length: auto`, the true length
public record WrittenMessage(
        long nanos,
        String sender,
        Endpoint from,
        String receiver,
        Endpoint to,
        boolean tcp,
        String text) {
    private static final String AUTO = ": auto";

    static WrittenMessage of(String mark, List<String> lines) {
        String[] words = mark.split(" +");
        if (words.length != 8 || !words[4].equals(">")) {
            throw new IllegalArgumentException(
                    "not of the form '@ 0.000 alice 10.0.0.9:5060 > bob 10.0.0.8:5060 udp': "
                            + mark);
        }
        long nanos = new BigDecimal(words[1]).movePointRight(9).longValueExact();
        boolean tcp =
                switch (words[7]) {
                    case "tcp" -> true;
                    case "udp" -> false;
                    default -> throw new IllegalArgumentException("neither udp nor tcp: " + mark);
                };
        return new WrittenMessage(
                nanos,
                words[2],
                Endpoint.parse(words[3]),
                words[5],
                Endpoint.parse(words[6]),
                tcp,
                normalised(lines));
    }

    /// Empty lines at the end only set messages apart; the one after the headers is part of the
    /// message.
    private static String normalised(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        int blank = 0;
        while (blank < end && !lines.get(blank).isEmpty()) {
            blank++;
        }
        StringBuilder body = new StringBuilder();
        for (int i = blank + 1; i < end; i++) {
            body.append(lines.get(i)).append("\r\n");
        }
        int length = body.toString().getBytes(StandardCharsets.UTF_8).length;
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(0, blank)) {
            text.append(isAutoLength(line) ? line.substring(0, line.length() - 4) + length : line)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString();
    }

    private static boolean isAutoLength(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.endsWith(AUTO)
                && (lower.startsWith("content-length") || lower.startsWith("l:"));
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
