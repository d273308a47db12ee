package io.callogram.analyzer.sip;

import static java.util.Objects.requireNonNull;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Messages for tests, written with `|` where a line ends.
public final class Messages {

    /// A complete request around the given lines.
    public static final String MINIMAL =
            "OPTIONS sip:bob@example.com SIP/2.0|Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1|"
                    + "From: <sip:alice@example.com>;tag=a|To: <sip:bob@example.com>|"
                    + "Call-ID: one@192.0.2.1|CSeq: 7 OPTIONS|Max-Forwards: 70|";

    private Messages() {}

    public static byte[] bytes(String text) {
        return text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] resource(String path) {
        try (InputStream in = requireNonNull(Messages.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Payload payload(byte[] bytes) {
        return payload(bytes, 0, bytes.length, Transport.UDP, false);
    }

    public static Payload payload(
            byte[] bytes, int offset, int length, Transport transport, boolean truncated) {
        Endpoint one = new Endpoint(IpAddress.v4(0xc0000201), 5060);
        Endpoint two = new Endpoint(IpAddress.v4(0xc6336401), 5060);
        long hash = Hash64.of(bytes, offset, length);
        return new Payload(
                0, one, two, transport, bytes, offset, length, 0, 0, 0, hash, truncated, false);
    }

    public static Sighting scan(String text) {
        return requireNonNull(new Scanner().scan(payload(bytes(text)), 0));
    }

    public static MessageText read(String text) {
        return read(bytes(text));
    }

    public static MessageText read(byte[] bytes) {
        return requireNonNull(MessageText.of(bytes, 0, bytes.length, Transport.UDP, false));
    }
}
