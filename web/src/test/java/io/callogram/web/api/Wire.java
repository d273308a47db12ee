package io.callogram.web.api;

import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import io.callogram.web.api.workbench.MessageReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages written out by hand and seen on the wire, for tests of what stands above them.
final class Wire {

    static final Endpoint ALICE = new Endpoint(IpAddress.v4(0x0a000009), 5060);
    static final Endpoint BOB = new Endpoint(IpAddress.v4(0x0a000002), 5060);
    static final long START = 1_795_344_127_118_000_000L;

    private final List<byte[]> messages = new ArrayList<>();
    private long position = 24;

    /// A message as if it had been scanned.
    Seen see(
            boolean fromAlice,
            long milliseconds,
            String text,
            @Nullable SessionDescription session) {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        messages.add(bytes);
        MessageReading reading = read(bytes);
        String line = reading.startLine();
        boolean request = !line.startsWith("SIP/");
        String[] cseq = reading.first("CSeq").split(" ");
        String via = reading.first("Via");
        long at = position;
        position += bytes.length + 58;
        Where where =
                new Where(
                        1,
                        at,
                        at,
                        at - 42,
                        bytes.length,
                        START + milliseconds * 1_000_000,
                        fromAlice ? ALICE : BOB,
                        fromAlice ? BOB : ALICE,
                        Transport.UDP,
                        text.hashCode(),
                        false,
                        false);
        return new Seen(
                new Sighting(
                        where,
                        Method.valueOf(cseq[1]),
                        request ? 0 : Integer.parseInt(line.substring(8, 11)),
                        reading.first("Call-ID"),
                        reading.first("Call-ID").hashCode(),
                        tag(reading.first("From")),
                        tag(reading.first("To")),
                        Long.parseLong(cseq[0]),
                        via.hashCode(),
                        via.contains("z9hG4bK"),
                        1,
                        1,
                        via.hashCode(),
                        address(reading.first("From")),
                        address(reading.first("To")),
                        request ? address(line) : null,
                        request ? line.hashCode() : 0,
                        null,
                        0,
                        -1,
                        -1,
                        70,
                        bytes.length,
                        0,
                        session != null,
                        0,
                        List.of(),
                        0),
                session);
    }

    byte[] bytes(Where where) {
        long at = 24;
        for (byte[] message : messages) {
            if (at == where.position()) {
                return message;
            }
            at += message.length + 58;
        }
        throw new IllegalArgumentException("nothing at " + where.position());
    }

    static SessionDescription audio(
            String user, IpAddress address, Direction direction, long version) {
        Media media =
                new Media(
                        "audio",
                        "RTP/AVP",
                        4000,
                        4001,
                        address.toString(),
                        address,
                        direction,
                        true,
                        List.of("PCMA", "telephone-event"),
                        List.of("8", "101"),
                        false,
                        -1,
                        "",
                        "");
        return new SessionDescription(
                user + " 1 IN IP4 " + address, version, version, List.of(media), true);
    }

    /// Lines taken apart at their first colon.
    static MessageReading read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\r\n");
        List<MessageReading.Header> headers = new ArrayList<>();
        int offset = lines[0].length() + 2;
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, colon);
            headers.add(
                    new MessageReading.Header(
                            name,
                            name,
                            lines[i].substring(colon + 1).strip(),
                            0,
                            offset,
                            lines[i].length(),
                            null,
                            null));
            offset += lines[i].length() + 2;
        }
        return new MessageReading(lines[0], headers, bytes.length, 0, List.of());
    }

    private static long tag(String value) {
        int at = value.indexOf(";tag=");
        return at < 0 ? 0 : value.substring(at + 5).hashCode();
    }

    private static Address address(String value) {
        int at = value.indexOf("sip:") + 4;
        int host = value.indexOf('@', at);
        String user = value.substring(at, host);
        int end = host + 1;
        while (end < value.length() && "> ;".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        boolean number = user.chars().allMatch(Character::isDigit);
        return new Address(
                "", "sip", user, value.substring(host + 1, end), 0, number ? user : "", "");
    }
}
