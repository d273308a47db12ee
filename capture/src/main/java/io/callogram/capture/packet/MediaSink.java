package io.callogram.capture.packet;

/// Receives datagrams that look like media, in packet order. The bytes are only lent.
public interface MediaSink {
    MediaSink NONE =
            new MediaSink() {
                @Override
                public void rtp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset) {}

                @Override
                public void rtcp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset) {}
            };

    /// At least the fixed header of RFC 3550 §5.1.
    void rtp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset);

    /// At least the common header and one SSRC (RFC 3550 §6.4).
    void rtcp(Endpoint from, Endpoint to, long time, byte[] bytes, int offset);
}
