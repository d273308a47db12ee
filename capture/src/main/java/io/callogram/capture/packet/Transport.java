package io.callogram.capture.packet;

/// How a payload travelled, as a Via header would name it.
public enum Transport {
    UDP,
    TCP,
    SCTP,
    WS
}
