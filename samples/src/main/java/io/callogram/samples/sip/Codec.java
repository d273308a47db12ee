package io.callogram.samples.sip;

/// An RTP payload type with its rtpmap, RFC 3551 and RFC 8866 §6.6.
public record Codec(int payload, String map, String fmtp) {
    public static final Codec PCMU = new Codec(0, "PCMU/8000", "");
    public static final Codec PCMA = new Codec(8, "PCMA/8000", "");
    public static final Codec G722 = new Codec(9, "G722/8000", "");
    public static final Codec G729 = new Codec(18, "G729/8000", "annexb=no");
    public static final Codec OPUS = new Codec(96, "opus/48000/2", "useinbandfec=1");
    public static final Codec AMR_WB =
            new Codec(104, "AMR-WB/16000", "mode-change-capability=2;max-red=220");
    public static final Codec EVENT = new Codec(101, "telephone-event/8000", "0-15");
    public static final Codec H264 =
            new Codec(97, "H264/90000", "profile-level-id=42801F;packetization-mode=1");
    public static final Codec VP8 = new Codec(98, "VP8/90000", "");
}
