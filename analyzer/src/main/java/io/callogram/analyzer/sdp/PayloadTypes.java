package io.callogram.analyzer.sdp;

import org.jspecify.annotations.Nullable;

/// The encodings whose RTP payload types are fixed (RFC 3551 §6, tables 4 and 5).
final class PayloadTypes {

    private static final @Nullable String[] NAMES = new String[35];

    static {
        String[] audio = {
            "PCMU", null, null, "GSM", "G723", "DVI4", "DVI4", "LPC", "PCMA", "G722", "L16", "L16",
            "QCELP", "CN", "MPA", "G728", "DVI4", "DVI4", "G729"
        };
        System.arraycopy(audio, 0, NAMES, 0, audio.length);
        NAMES[25] = "CelB";
        NAMES[26] = "JPEG";
        NAMES[28] = "nv";
        NAMES[31] = "H261";
        NAMES[32] = "MPV";
        NAMES[33] = "MP2T";
        NAMES[34] = "H263";
    }

    private PayloadTypes() {}

    static @Nullable String name(long type) {
        return type >= 0 && type < NAMES.length ? NAMES[(int) type] : null;
    }
}
