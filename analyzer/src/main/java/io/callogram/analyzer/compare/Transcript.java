package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.analyzer.sip.Where;
import java.util.ArrayList;
import java.util.List;

/// A call with the text of its messages.
///
/// @param texts of each message, in order of number
public record Transcript(Call call, List<MessageText> texts) {

    /// The bytes of a message that was captured.
    ///
    /// @param <X> what reading may fail with
    @FunctionalInterface
    public interface Bytes<X extends Exception> {
        byte[] of(CallMessage message) throws X;
    }

    /// Reads what is compared of a call.
    public static <X extends Exception> Transcript read(Call call, Bytes<X> bytes) throws X {
        List<MessageText> texts = new ArrayList<>();
        for (CallMessage message : call.messages()) {
            if (texts.size() == Comparison.MOST) {
                break;
            }
            Where where = message.seen().sighting().where();
            byte[] raw = bytes.of(message);
            MessageText text =
                    MessageText.of(raw, 0, raw.length, where.transport(), where.truncated());
            if (text == null) {
                throw new IllegalStateException(
                        "what stands at " + where.position() + " is no longer SIP");
            }
            texts.add(text);
        }
        return new Transcript(call, texts);
    }
}
