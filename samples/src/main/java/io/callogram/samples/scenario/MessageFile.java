package io.callogram.samples.scenario;

import io.callogram.samples.wire.Endpoint;
import io.callogram.samples.wire.Frames;
import io.callogram.samples.wire.PcapFile;
import io.callogram.samples.wire.TcpStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `messages.sip`, read: before every message stands a line `@ 0.000 alice 10.0.0.9:5060 > proxy
/// 10.0.0.1:5060 udp`.
///
/// The order of the file is the order of the capture, whatever the times say: clocks can step.
public final class MessageFile {
    /// 2026-01-05 08:00 UTC.
    static final long EPOCH = 1_767_600_000_000_000_000L;

    private static final String MARK = "@ ";

    private final List<WrittenMessage> messages;

    private MessageFile(List<WrittenMessage> messages) {
        this.messages = messages;
    }

    public static MessageFile parse(String text) {
        List<WrittenMessage> messages = new ArrayList<>();
        String mark = "";
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                add(messages, mark, lines);
                mark = line;
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        add(messages, mark, lines);
        return new MessageFile(messages);
    }

    private static void add(List<WrittenMessage> messages, String mark, List<String> lines) {
        if (!mark.isEmpty()) {
            messages.add(WrittenMessage.of(mark, lines));
        } else if (lines.stream().anyMatch(line -> !line.isBlank())) {
            throw new IllegalArgumentException(
                    "text before the first line with @: " + lines.get(0));
        }
    }

    public List<WrittenMessage> messages() {
        return messages;
    }

    /// The messages in packets, as a pcap stream.
    public InputStream capture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, TcpStream> streams = new LinkedHashMap<>();
        try (PcapFile file = new PcapFile(out)) {
            Frames frames = new Frames(file);
            int id = 1;
            for (WrittenMessage message : messages) {
                long at = EPOCH + message.nanos();
                byte[] bytes = message.bytes();
                if (message.tcp()) {
                    overTcp(frames, streams, message, at, bytes);
                } else {
                    frames.udp(
                            at, message.from(), message.to(), id++ & 0xffff, bytes, bytes.length);
                }
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    /// Whoever speaks first on a connection has opened it.
    private static void overTcp(
            Frames frames,
            Map<String, TcpStream> streams,
            WrittenMessage message,
            long at,
            byte[] bytes)
            throws IOException {
        String there = key(message.from(), message.to());
        String back = key(message.to(), message.from());
        boolean byOpener = !streams.containsKey(back);
        TcpStream stream = streams.get(byOpener ? there : back);
        if (stream == null) {
            stream =
                    new TcpStream(
                            message.from(), message.to(), 1_000_000, 2_000_000, Integer.MAX_VALUE);
            streams.put(there, stream);
            for (int step = 0; step < 3; step++) {
                stream.open(frames, at, step);
            }
        }
        stream.say(frames, at, byOpener, bytes, bytes.length);
        stream.acknowledge(frames, at, !byOpener);
    }

    private static String key(Endpoint from, Endpoint to) {
        return from + ">" + to;
    }
}
