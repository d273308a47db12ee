package io.callogram.samples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A SIP message as a capture gave it, with its headers by their long names in lower case.
public record Seen(
        long at,
        String from,
        String to,
        boolean tcp,
        String startLine,
        Map<String, List<String>> headers,
        byte[] body) {
    private static final Map<String, String> COMPACT =
            Map.ofEntries(
                    Map.entry("v", "via"),
                    Map.entry("f", "from"),
                    Map.entry("t", "to"),
                    Map.entry("i", "call-id"),
                    Map.entry("m", "contact"),
                    Map.entry("c", "content-type"),
                    Map.entry("l", "content-length"),
                    Map.entry("k", "supported"),
                    Map.entry("s", "subject"),
                    Map.entry("e", "content-encoding"),
                    Map.entry("o", "event"),
                    Map.entry("r", "refer-to"),
                    Map.entry("b", "referred-by"),
                    Map.entry("x", "session-expires"));

    static boolean isSip(byte[] payload) {
        String start =
                new String(payload, 0, Math.min(200, payload.length), StandardCharsets.UTF_8);
        int end = start.indexOf("\r\n");
        return end > 0
                && (start.startsWith("SIP/2.0 ") || start.substring(0, end).endsWith(" SIP/2.0"));
    }

    static Seen of(long at, String from, String to, boolean tcp, byte[] payload) {
        int end = endOfHeaders(payload, 0);
        String head = new String(payload, 0, end, StandardCharsets.UTF_8);
        String[] lines = head.replaceAll("\r\n[ \t]+", " ").split("\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1) {
                throw new AssertionError("no header: " + lines[i]);
            }
            String name = lines[i].substring(0, colon).trim().toLowerCase(Locale.ROOT);
            name = COMPACT.getOrDefault(name, name);
            headers.computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).trim());
        }
        byte[] body = Arrays.copyOfRange(payload, end, payload.length);
        return new Seen(at, from, to, tcp, lines[0], headers, body);
    }

    static int endOfHeaders(byte[] payload, int start) {
        for (int i = start; i + 3 < payload.length; i++) {
            if (payload[i] == '\r'
                    && payload[i + 1] == '\n'
                    && payload[i + 2] == '\r'
                    && payload[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    public boolean isRequest() {
        return !startLine.startsWith("SIP/2.0 ");
    }

    public String method() {
        return isRequest()
                ? startLine.substring(0, startLine.indexOf(' '))
                : header("cseq").split(" +")[1];
    }

    public int status() {
        return isRequest() ? 0 : Integer.parseInt(startLine.substring(8, 11));
    }

    public String uri() {
        return startLine.split(" ")[1];
    }

    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    public String callId() {
        return header("call-id");
    }

    public long sequence() {
        return Long.parseLong(header("cseq").split(" +")[0]);
    }

    /// The branches of all Via values, topmost first.
    public List<String> branches() {
        List<String> branches = new ArrayList<>();
        for (String line : headers.getOrDefault("via", List.of())) {
            for (String value : line.split(",")) {
                branches.add(parameter(value, "branch"));
            }
        }
        return branches;
    }

    public String tag(String header) {
        String value = header(header);
        return parameter(value.substring(value.lastIndexOf('>') + 1), "tag");
    }

    static String parameter(String value, String name) {
        for (String part : value.split(";")) {
            if (part.trim().startsWith(name + "=")) {
                return part.trim().substring(name.length() + 1).trim();
            }
        }
        return "";
    }
}
