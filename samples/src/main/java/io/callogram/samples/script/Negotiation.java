package io.callogram.samples.script;

import io.callogram.samples.sip.Body;
import io.callogram.samples.sip.Sdp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The session descriptions of a call's ends, and what B2BUAs make of them on the way (RFC 3264).
///
/// A B2BUA either passes descriptions through or puts its own media address into each (RFC 7092
/// §3.2).
public final class Negotiation {
    private final Stage stage;
    private final boolean anchored;

    /// By dialog and side; a description passed through stands at both ends of a B2BUA.
    private final Sdp[][] current;

    private final Sdp[][] before;

    Negotiation(Stage stage, List<Dialog> dialogs, boolean anchored, Sdp firstOffer) {
        this.stage = stage;
        this.anchored = anchored;
        this.current = new Sdp[dialogs.size()][];
        this.before = new Sdp[dialogs.size()][];
        for (int leg = 0; leg < current.length; leg++) {
            Dialog dialog = dialogs.get(leg);
            current[leg] =
                    new Sdp[] {
                        leg == 0
                                ? firstOffer
                                : Sessions.first(stage.chance(), dialog.party(Side.CALLER).node()),
                        Sessions.first(stage.chance(), dialog.party(Side.CALLEE).node())
                    };
        }
        for (int leg = 1; leg < current.length; leg++) {
            Sdp offer = current[leg - 1][0];
            current[leg][0] = anchored ? current[leg][0].offeringLike(offer) : offer;
        }
        answer(Side.CALLER);
    }

    /// The description that stands at a party.
    public Sdp of(Side side) {
        return side == Side.CALLER ? current[0][0] : current[current.length - 1][1];
    }

    /// The caller's first offer.
    public Body offer() {
        return current[0][0].body();
    }

    /// The answer that the caller gets.
    public Body answer() {
        return current[0][1].body();
    }

    List<Body> firstOffers() {
        return bodies(0, false);
    }

    List<Body> answers() {
        return bodies(1, false);
    }

    List<Body> offersAgain(Side by, UnaryOperator<Sdp> change) {
        keep();
        int side = index(by);
        int from = by == Side.CALLER ? 0 : current.length - 1;
        int step = by == Side.CALLER ? 1 : -1;
        Sdp offer = change.apply(current[from][side]);
        current[from][side] = offer;
        for (int leg = from + step; leg >= 0 && leg < current.length; leg += step) {
            current[leg][side] =
                    anchored
                            ? current[leg][side].next(offer.direction()).offeringLike(offer)
                            : offer;
        }
        return bodies(side, by == Side.CALLEE);
    }

    List<Body> answersAgain(Side by) {
        answer(by);
        return bodies(index(by.other()), by == Side.CALLEE);
    }

    /// A refused offer leaves both descriptions as they were; versions of the refused ones are not
    /// used again.
    void forgetOffer(Side by) {
        int side = index(by);
        for (int leg = 0; leg < current.length; leg++) {
            Sdp refused = current[leg][side];
            Sdp old = before[leg][side];
            current[leg][side] =
                    old.session() == refused.session() ? old.atVersion(refused.version()) : old;
        }
    }

    private void keep() {
        for (int leg = 0; leg < current.length; leg++) {
            before[leg] = current[leg].clone();
        }
    }

    /// The far end answers, and the answer comes back.
    private void answer(Side offerer) {
        int far = offerer == Side.CALLER ? current.length - 1 : 0;
        int side = index(offerer.other());
        Sdp own = current[far][side];
        Sdp offer = current[far][index(offerer)];
        Sdp next = before[far] == null ? own : own.next(own.direction());
        current[far][side] = next.answering(offer, stage.chance().of(0.7));
        passAnswersBack(offerer);
    }

    private void passAnswersBack(Side offerer) {
        int side = index(offerer.other());
        int step = offerer == Side.CALLER ? -1 : 1;
        int far = offerer == Side.CALLER ? current.length - 1 : 0;
        Sdp answer = current[far][side];
        for (int leg = far + step; leg >= 0 && leg < current.length; leg += step) {
            Sdp offer = current[leg][index(offerer)];
            Sdp own =
                    before[leg] == null
                            ? current[leg][side]
                            : current[leg][side].next(answer.direction());
            current[leg][side] =
                    anchored ? own.answering(offer, false).withAudio(answer.audio()) : answer;
        }
    }

    /// One body per dialog, in the order in which the request passes them.
    private List<Body> bodies(int side, boolean fromCallee) {
        List<Body> bodies = new ArrayList<>(current.length);
        for (int leg = 0; leg < current.length; leg++) {
            int at = fromCallee ? current.length - 1 - leg : leg;
            Body same = leg > 0 && !anchored ? bodies.get(0) : null;
            bodies.add(same != null ? same : current[at][side].body());
        }
        return bodies;
    }

    private static int index(Side side) {
        return side == Side.CALLER ? 0 : 1;
    }

    void speak() {
        for (int leg = 0; leg < current.length; leg += anchored ? 1 : current.length) {
            Speech.between(stage, current[leg][0], current[leg][1]);
        }
    }
}
