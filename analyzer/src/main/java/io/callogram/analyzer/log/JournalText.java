package io.callogram.analyzer.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A journal file: a line that says what it is, then a line for each entry: length and CRC32C of
/// the rest of the line in hexadecimal, number, time, and the entry in words.
///
/// @param records what can be read
/// @param length up to the end of the last line that can
/// @param damaged lines before it that cannot
record JournalText(List<Recorded> records, int length, int damaged) {

    static final String HEAD = "callogram-journal 1\n";

    private static final int PREFIX = 18;

    static byte[] line(Recorded recorded) {
        String body =
                recorded.number() + " " + recorded.at() + " " + EntryText.of(recorded.entry());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String prefix = String.format("%08x %08x ", bytes.length, crc(bytes, 0, bytes.length));
        return (prefix + body + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static JournalText read(byte[] file) {
        List<Recorded> records = new ArrayList<>();
        int head = HEAD.length();
        int length = Math.min(file.length, head);
        int damaged = 0;
        int pending = 0;
        int at = length;
        while (at < file.length) {
            int end = at;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            Optional<Recorded> read = end < file.length ? record(file, at, end) : Optional.empty();
            if (read.isPresent()) {
                records.add(read.get());
                length = end + 1;
                damaged += pending;
                pending = 0;
            } else {
                pending++;
            }
            at = end + 1;
        }
        return new JournalText(List.copyOf(records), length, damaged);
    }

    private static Optional<Recorded> record(byte[] file, int at, int end) {
        int body = at + PREFIX;
        if (body >= end) {
            return Optional.empty();
        }
        String prefix = new String(file, at, PREFIX, StandardCharsets.ISO_8859_1);
        String expected = String.format("%08x %08x ", end - body, crc(file, body, end - body));
        if (!prefix.equals(expected)) {
            return Optional.empty();
        }
        String[] words = new String(file, body, end - body, StandardCharsets.UTF_8).split(" ", 3);
        try {
            return Optional.of(
                    new Recorded(
                            Long.parseLong(words[0]),
                            Instant.parse(words[1]),
                            EntryText.read(words[2])));
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException foreign) {
            return Optional.empty();
        }
    }

    private static long crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return crc.getValue();
    }
}
