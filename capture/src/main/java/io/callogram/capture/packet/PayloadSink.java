package io.callogram.capture.packet;

/// Receives payloads in capture order.
@FunctionalInterface
public interface PayloadSink {
    void accept(Payload payload);
}
