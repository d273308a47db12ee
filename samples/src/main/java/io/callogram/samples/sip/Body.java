package io.callogram.samples.sip;

/// A message body with its Content-Type.
public record Body(String type, String text) {
    public static Body sdp(String text) {
        return new Body("application/sdp", text);
    }
}
