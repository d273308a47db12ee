package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;

/// IEEE 802.11 data frames in the clear, with or without a radiotap header.
final class Wlan {

    private static final int DATA = 2;
    private static final int QOS = 8;
    private static final int NO_DATA = 4;

    private Wlan() {}

    static Layer radiotap(Decoded d) {
        if (d.left() < 8) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int length = Bytes.u16(d.bytes, d.at + 2, false);
        if (length < 8 || length > d.left()) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += length;
        return Layer.WLAN;
    }

    static Layer frame(Decoded d) {
        if (d.left() < 24) {
            return d.other(Reason.LINK_CONTROL);
        }
        int control = Bytes.u8(d.bytes, d.at);
        int flags = Bytes.u8(d.bytes, d.at + 1);
        int subtype = control >> 4;
        if ((control >> 2 & 3) != DATA || (subtype & NO_DATA) != 0) {
            return d.other(Reason.LINK_CONTROL);
        }
        if ((flags & 0x40) != 0) {
            return d.other(Reason.WLAN_PROTECTED);
        }
        int header = (flags & 3) == 3 ? 30 : 24;
        if ((subtype & QOS) != 0) {
            header += (flags & 0x80) != 0 ? 6 : 2;
        }
        if (d.left() < header) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += header;
        return LinkLayers.llc(d);
    }
}
