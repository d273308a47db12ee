package io.callogram.samples.sip;

import java.nio.charset.StandardCharsets;

/// A message body with its Content-Type; encoded once, because every hop sends it again.
public final class Body {
    private final String type;
    private final byte[] content;

    public Body(String type, String text) {
        this.type = type;
        this.content = text.getBytes(StandardCharsets.UTF_8);
    }

    public static Body sdp(String text) {
        return new Body("application/sdp", text);
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }
}
