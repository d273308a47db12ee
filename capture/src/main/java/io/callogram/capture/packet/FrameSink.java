package io.callogram.capture.packet;

/// Where frames go as they are captured, one at a time and in the order they came. The bytes are
/// the caller's and only good until the method returns.
@FunctionalInterface
public interface FrameSink {

    /// A frame of link type `link`, captured at `time` (nanoseconds since 1970), that was
    /// `original` bytes long on the wire.
    void frame(long time, int link, int original, byte[] bytes, int offset, int length);
}
