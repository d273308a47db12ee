package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.web.api.workbench.MessageReading;
import java.util.HashMap;
import java.util.Map;

/// What only the messages themselves say: reason phrases, methods of no known name, tags in clear.
public final class Labels {

    private final Call call;
    private final Reader reader;
    private final Map<Integer, MessageReading> readings = new HashMap<>();
    private final Map<Long, String> tags = new HashMap<>();

    /// Reads a message of the call from its bytes.
    @FunctionalInterface
    public interface Reader {
        MessageReading read(CallMessage message);
    }

    public Labels(Call call, Reader reader) {
        this.call = call;
        this.reader = reader;
        for (CallMessage message : call.messages()) {
            Sighting sighting = message.seen().sighting();
            learn(message, sighting.fromTag(), "From");
            learn(message, sighting.toTag(), "To");
        }
    }

    private void learn(CallMessage message, long tag, String header) {
        if (tag != 0 && !tags.containsKey(tag)) {
            tags.put(tag, HeaderParameters.of(reading(message).first(header), "tag"));
        }
    }

    private MessageReading reading(CallMessage message) {
        return readings.computeIfAbsent(message.number(), _ -> reader.read(message));
    }

    /// The tag of that hash in clear; empty for none.
    String tag(long hash) {
        return tags.getOrDefault(hash, "");
    }

    String method(CallTransaction transaction) {
        if (transaction.method() == Method.OTHER) {
            for (CallMessage message : call.messages()) {
                if (message.transaction() == transaction.number()) {
                    return method(message);
                }
            }
        }
        return transaction.method().name();
    }

    String method(CallMessage message) {
        Sighting sighting = message.seen().sighting();
        if (sighting.method() != Method.OTHER) {
            return sighting.method().name();
        }
        String cseq = reading(message).first("CSeq");
        return cseq.substring(cseq.lastIndexOf(' ') + 1);
    }

    /// `INVITE`, or `180 Ringing` with the reason phrase that was sent.
    String label(CallMessage message) {
        Sighting sighting = message.seen().sighting();
        if (sighting.isRequest()) {
            return method(message);
        }
        String line = reading(message).startLine();
        int space = line.indexOf(' ');
        String label = space < 0 ? "" : line.substring(space + 1).strip();
        return label.isEmpty() ? Integer.toString(sighting.status()) : label;
    }

    String cseq(CallMessage message) {
        long number = message.seen().sighting().cseq();
        return (number < 0 ? "" : number + " ") + method(message);
    }
}
