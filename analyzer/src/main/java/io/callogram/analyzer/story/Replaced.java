package io.callogram.analyzer.story;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.sip.Address;
import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dialog that a Replaces names (RFC 3891 §3), as people call it.
///
/// @param dialog null when it was not captured
/// @param isEarly nobody had answered in it yet
record Replaced(Plot plot, @Nullable CallDialog dialog, boolean isEarly) {

    /// Of a Replaces header field.
    static Replaced named(Plot plot, @Nullable String value, int message) {
        if (value == null) {
            return new Replaced(plot, null, false);
        }
        int end = value.indexOf(';');
        String callId = (end < 0 ? value : value.substring(0, end)).trim();
        long one = hash(HeaderText.parameter(value, "to-tag"));
        long other = hash(HeaderText.parameter(value, "from-tag"));
        CallDialog alike = null;
        int others = 0;
        for (CallDialog d : plot.call().dialogs()) {
            boolean its = plot.scene().leg(d.leg()).callId().equals(callId);
            alike = its ? d : alike;
            others += its ? 1 : 0;
            boolean tags =
                    (d.callerTag() == one && d.calleeTag() == other)
                            || (d.callerTag() == other && d.calleeTag() == one);
            if (tags && its) {
                return known(plot, d, message);
            }
        }
        // Tags may be written wrong; where the Call-ID has one dialog no other can be meant.
        return others == 1 && alike != null
                ? known(plot, alike, message)
                : new Replaced(plot, null, false);
    }

    private static Replaced known(Plot plot, CallDialog d, int message) {
        boolean early = d.confirmed() == 0 || d.confirmed() > message;
        return new Replaced(plot, d, early && !d.startUnseen());
    }

    /// Of the Refer-To of a REFER; null without a Replaces in it.
    static @Nullable Replaced referred(Plot plot, String referTo, int message) {
        String value = inside(referTo);
        return value.isEmpty() ? null : named(plot, value, message);
    }

    static String inside(String referTo) {
        Address target = HeaderText.address(referTo);
        return HeaderText.header(target.parameters(), "Replaces");
    }

    private static long hash(String tag) {
        byte[] bytes = tag.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? 0 : Hash64.of(bytes, 0, bytes.length);
    }

    String in(Words words) {
        if (dialog == null) {
            return words.phrase("X.DIALOG.UNKNOWN");
        }
        return words.phrase(
                isEarly ? "X.DIALOG.RINGING" : "X.DIALOG",
                Map.of(
                        "A", plot.end(dialog, dialog.callerNode(), words),
                        "B", plot.end(dialog, dialog.calleeNode(), words)));
    }
}
