package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.call.Times;

/// How long things took for the people who talked.
final class Timing {

    private Timing() {}

    static void inspect(Inspection in) {
        if (!in.scene.isCall()) {
            return;
        }
        Times times = in.call.times();
        if (times.postDialDelay() > in.limits.slowSetup()) {
            in.note(
                    HintKind.SLOW_SETUP,
                    in.at(in.call.messages().getFirst()),
                    Inspection.seconds(times.postDialDelay()));
        }
        boolean talked = in.call.result().outcome() == Outcome.ANSWERED && times.talk() >= 0;
        if (talked
                && times.talk() < in.limits.shortTalk()
                && in.call.endedBy() != null
                && !in.has(HintKind.LATE_CANCEL)) {
            in.note(HintKind.SHORT_TALK, in.at(in.call.messages().getLast()), times(in));
        }
    }

    private static String times(Inspection in) {
        return Inspection.seconds(in.call.times().talk());
    }
}
