package io.callogram.capture.testing;

import java.nio.charset.StandardCharsets;

/// SIP messages as bytes.
public final class Sip {

    private Sip() {}

    public static byte[] request(String method, int number, int body) {
        String headers =
                method
                        + " sip:bob@example.com SIP/2.0\r\n"
                        + "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK"
                        + number
                        + "\r\nCall-ID: "
                        + number
                        + "@10.0.0.1\r\nContent-Length: "
                        + body
                        + "\r\n\r\n";
        return (headers + "b".repeat(body)).getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] response(int status, int number) {
        String text = "SIP/2.0 " + status + " Because\r\nCall-ID: " + number + "\r\nl: 0\r\n\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
