package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CSeq numbers within dialogs (RFC 3261 §12.2.1.1): each direction counts for itself, by one.
final class Sequence {

    /// Bounds the search for the request before.
    private static final int COMPARED = 32;

    private Sequence() {}

    static void inspect(Inspection in) {
        List<Request> requests = in.scene.requests();
        for (int i = 1; i < requests.size(); i++) {
            CallMessage later = requests.get(i).sent();
            if (later == null
                    || later.seen().sighting().toTag() == 0
                    || requests.get(i).method() == Method.CANCEL) {
                continue;
            }
            CallMessage highest = highest(requests, i, later.seen().sighting());
            if (highest != null) {
                compare(in, highest, later);
            }
        }
    }

    /// Of what the same side asked before. One that had not raised it is not counted on from.
    private static @Nullable CallMessage highest(List<Request> requests, int i, Sighting later) {
        CallMessage highest = null;
        for (int j = i - 1; j >= Math.max(0, i - COMPARED); j--) {
            // Of a request that was not captured, its responses tell the number.
            CallMessage earlier = requests.get(j).first();
            if (requests.get(j).method() != Method.CANCEL
                    && isSameSide(earlier.seen().sighting(), later)
                    && (highest == null || cseq(highest) < cseq(earlier))) {
                highest = earlier;
            }
        }
        return highest;
    }

    private static long cseq(CallMessage message) {
        return message.seen().sighting().cseq();
    }

    /// Same sender in the same dialog, or the initial request that made it.
    private static boolean isSameSide(Sighting earlier, Sighting later) {
        return earlier.callIdKey() == later.callIdKey()
                && earlier.fromTag() == later.fromTag()
                && (earlier.toTag() == 0 || earlier.toTag() == later.toTag());
    }

    private static void compare(Inspection in, CallMessage earlier, CallMessage later) {
        long before = cseq(earlier);
        long number = cseq(later);
        if (before < 0 || number < 0 || number == before + 1) {
            return;
        }
        in.noteOnce(
                number <= before ? HintKind.CSEQ_NOT_RAISED : HintKind.CSEQ_JUMP,
                in.at(earlier, later),
                in.sender(later),
                later.seen().sighting().method(),
                number,
                before);
    }
}
