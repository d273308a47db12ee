package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.SessionEvent.SessionAgreed;
import io.callogram.analyzer.sip.Sighting;

/// Who holds whom in one dialog: a side that does not want to hear what it heard before (RFC 3264
/// §8.4). Who only answers an offer that sends nothing holds nobody.
public final class Held {

    private final long callerTag;
    private boolean callerHeard;
    private boolean calleeHeard;
    private boolean byCaller;
    private boolean byCallee;

    /// @param startUnseen what both sides wanted before the capture began is taken to be everything
    public Held(long callerTag, boolean startUnseen) {
        this.callerTag = callerTag;
        callerHeard = startUnseen;
        calleeHeard = startUnseen;
    }

    /// @param confirmed the dialog is; before that nobody is held
    public void agreed(SessionAgreed e, boolean confirmed) {
        if (!hasAudio(e)) {
            return;
        }
        Sighting answer = e.cause().sighting();
        long answerer = answer.isRequest() ? answer.fromTag() : answer.toTag();
        boolean callerOffers = answerer != callerTag;
        boolean callerHears = Holding.wantsToHear(e.caller());
        boolean calleeHears = Holding.wantsToHear(e.callee());
        boolean callerForced = !callerOffers && !Holding.wantsToSpeak(e.callee());
        boolean calleeForced = callerOffers && !Holding.wantsToSpeak(e.caller());
        byCaller = !callerHears && (callerForced ? byCaller : confirmed && callerHeard);
        byCallee = !calleeHears && (calleeForced ? byCallee : confirmed && calleeHeard);
        callerHeard |= callerHears;
        calleeHeard |= calleeHears;
    }

    static boolean hasAudio(SessionAgreed e) {
        return Holding.audio(e.caller()) != null && Holding.audio(e.callee()) != null;
    }

    public boolean byCaller() {
        return byCaller;
    }

    public boolean byCallee() {
        return byCallee;
    }
}
