package io.callogram.analyzer.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Makes malformed messages out of good ones: exceptional values in every field and at every
/// separator, as PROTOS c07-sip did, and damage to single bytes, lines and lengths.
public final class Mutants {

    private static final String[] EXCEPTIONAL = {
        "",
        " ",
        "\t",
        "\0",
        "\r",
        "\n",
        "\r\n ",
        "\r\n \r\n",
        "\r\n\r\n",
        "a".repeat(300),
        "a".repeat(9000),
        "%s%n%x",
        "%00",
        "-1",
        "0",
        "00000000000000000000",
        "65536",
        "2147483648",
        "4294967296",
        "99999999999999999999999999",
        "1e9",
        "0x10",
        "\"",
        "\"\"\"",
        "\\",
        "\\\"",
        "<",
        ">",
        "<>",
        "<<<<",
        "(",
        "(\\",
        ")",
        ";",
        ";;;;",
        ",",
        ",,,,",
        ":",
        "::::",
        "/",
        "///",
        "@",
        "@@",
        "=",
        "==",
        "?",
        "&",
        "*",
        "[",
        "]",
        "[::",
        "[::1",
        "::1",
        "sip:",
        "<sip:",
        "<sip:@>",
        "sip:@:0;?",
        "tel:",
        "tel:+",
        "é\u0661\u202e",
        "\u00ff\u00fe\u00ff",
        "SIP/2.0/UDP h (\\",
        "multipart/mixed;boundary=\"(.*)(.*)*x\"",
        "multipart/mixed;boundary=",
        "z9hG4bK",
        "Digest response=\"",
        ";tag=",
        ";expires=",
        "<".repeat(500),
        "\"".repeat(501),
        "<,".repeat(400),
        "(".repeat(400),
        ";a=\"".repeat(100),
        "\r\n ".repeat(40)
    };
    private static final String SEPARATORS = ":;,<>@=\"/ []()?\r\n";

    private final Random random;
    private final List<byte[]> seeds;
    private final WellFormed wellFormed;

    public Mutants(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
        this.wellFormed = new WellFormed(seed);
    }

    public byte[] next() {
        byte[] bytes =
                random.nextBoolean()
                        ? wellFormed.next()
                        : seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 2; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(9)) {
            case 0, 1 ->
                    replaced(bytes, separator(bytes, at) + 1, separator(bytes, to), exceptional());
            case 2 -> value(bytes, at);
            case 3 -> replaced(bytes, separator(bytes, at), separator(bytes, at), exceptional());
            case 4 -> replaced(bytes, at, to, new byte[0]);
            case 5 -> replaced(bytes, at, bytes.length, new byte[0]);
            case 6 -> line(bytes, at);
            case 7 -> replaced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, to));
            default -> flipped(bytes);
        };
    }

    private byte[] exceptional() {
        return EXCEPTIONAL[random.nextInt(EXCEPTIONAL.length)].getBytes(StandardCharsets.UTF_8);
    }

    /// The value of one header line becomes exceptional.
    private byte[] value(byte[] bytes, int at) {
        int start = at;
        while (start < bytes.length && bytes[start] != ':') {
            start++;
        }
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return replaced(bytes, Math.min(start + 1, end), end, exceptional());
    }

    /// One line is doubled.
    private byte[] line(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        end = Math.min(bytes.length, end + 1);
        return replaced(bytes, end, end, java.util.Arrays.copyOfRange(bytes, start, end));
    }

    private byte[] flipped(byte[] bytes) {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
        }
        return bytes;
    }

    private static int separator(byte[] bytes, int from) {
        int at = Math.min(from, bytes.length - 1);
        while (at < bytes.length - 1 && SEPARATORS.indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(by);
        int rest = Math.max(from, to);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
