package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A call put aside at a park server by REFER (RFC 5359 §2.15): the server is asked to take over,
/// or the other party is sent to an orbit.
final class Parking implements Rule {

    /// An orbit answers at once and rings nowhere.
    private static final long AT_ONCE = 1_000_000_000L;

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.REFER)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        for (Referral referral : Referral.all(scene)) {
            if (referral.isAccepted() && isParking(scene, referral)) {
                flows.add(parked(scene, referral));
            }
        }
        return flows;
    }

    /// Whether a REFER goes to a park server, or sends to one.
    static boolean isParking(Scene scene, Referral referral) {
        Address recipient = referral.refer().sighting().requestUri();
        if (isPark(referral.target()) || (recipient != null && isPark(recipient))) {
            return true;
        }
        Leg onward = isOrbit(referral.target()) ? referral.onward(scene) : null;
        Request attempt = onward == null ? null : scene.attempt(onward.number());
        return attempt != null && isAnsweredAtOnce(attempt);
    }

    private static boolean isAnsweredAtOnce(Request attempt) {
        return attempt.answer() != null
                && attempt.isAccepted()
                && attempt.ringing() == null
                && attempt.answer().seen().time() - attempt.time() <= AT_ONCE;
    }

    /// What answers at once and only speaks may be a place to park, whatever its name.
    static boolean isLikeAnOrbit(Request attempt) {
        CallMessage answer = attempt.answer();
        Media audio = answer == null ? null : Streams.audio(answer.seen().session());
        return audio != null
                && isAnsweredAtOnce(attempt)
                && audio.direction() == Direction.SENDONLY;
    }

    /// Says of itself that calls are parked there.
    static boolean isPark(Address address) {
        String user = address.user().toLowerCase(Locale.ROOT);
        return user.contains("park") || user.contains("orbit") || user.startsWith("*68");
    }

    /// What is usually dialled to park a call, but may be a phone.
    private static boolean isOrbit(Address address) {
        String user = address.user();
        return user.length() == 3 && user.startsWith("70");
    }

    private static Flow parked(Scene scene, Referral referral) {
        Draft draft = new Draft(scene, FlowKind.CALL_PARK);
        Request refer = referral.refer();
        Leg onward = referral.onward(scene);
        Request attempt = onward == null ? null : scene.attempt(onward.number());
        CallDialog dialog = referral.dialog();
        if (dialog == null) {
            // The server is asked: Refer-To names who is to be parked.
            Address server = refer.sighting().requestUri();
            draft.role("A", Scene.name(referral.target()))
                    .role("B", Scene.name(refer.sighting().from()))
                    .role("S", server == null ? Sides.asked(scene, refer) : Scene.name(server));
        } else {
            draft.role("A", Sides.asked(scene, refer))
                    .role("B", Sides.asker(scene, refer))
                    .role("S", Scene.name(referral.target()));
        }
        draft.proof(refer.sent(), "refer-to-park").proof(refer.answer(), "refer-accepted");
        if (attempt != null) {
            draft.proof(attempt.sent(), "park-invite").proof(attempt.answer(), "parked");
        }
        CallDialog left = dialog == null ? replaced(scene, referral) : dialog;
        if (left != null && left.ended() != 0 && scene.time(left.ended()) >= referral.time()) {
            draft.proof(left.ended(), "parker-released");
        }
        return draft.mediumUnless(attempt != null && attempt.isAccepted()).flow();
    }

    private static @Nullable CallDialog replaced(Scene scene, Referral referral) {
        return referral.replaces() == null ? null : Sides.named(scene, referral.replaces());
    }
}
