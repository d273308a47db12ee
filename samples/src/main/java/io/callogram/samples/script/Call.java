package io.callogram.samples.script;

import io.callogram.samples.sip.Body;
import io.callogram.samples.sip.Sdp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A call between two parties: one dialog, or a dialog on each side of every B2BUA that stands
/// between them.
///
/// A script says what the parties do; the elements between them pass it on, dialog by dialog.
public final class Call {
    private final Stage stage;
    private final List<Dialog> dialogs;
    private final boolean anchored;
    private final Negotiation media;
    private final Passage[] invites;

    public Call(Stage stage, List<Dialog> dialogs, boolean anchored) {
        this(
                stage,
                dialogs,
                anchored,
                Sessions.first(stage.chance(), dialogs.get(0).party(Side.CALLER).node()));
    }

    /// A call with an offer that has already been made elsewhere.
    public Call(Stage stage, List<Dialog> dialogs, boolean anchored, Sdp offer) {
        this.stage = stage;
        this.dialogs = dialogs;
        this.anchored = anchored;
        this.media = new Negotiation(stage, dialogs, anchored, offer);
        this.invites = new Passage[dialogs.size()];
    }

    public Party party(Side side) {
        return side == Side.CALLER ? first().party(side) : last().party(side);
    }

    public Dialog first() {
        return dialogs.get(0);
    }

    public Dialog last() {
        return dialogs.get(dialogs.size() - 1);
    }

    /// The dialog a party sits in.
    public Dialog dialogOf(Side side) {
        return side == Side.CALLER ? first() : last();
    }

    public Negotiation media() {
        return media;
    }

    public Passage invitation() {
        return invites[0];
    }

    public Passage lastInvitation() {
        return invites[invites.length - 1];
    }

    /// Dials: the INVITE reaches the callee.
    public Call invite(String... extra) {
        List<Body> offers = media.firstOffers();
        for (int leg = 0; leg < invites.length; leg++) {
            invites[leg] = dialogs.get(leg).invite(offers.get(leg), extra).send();
            if (leg + 1 < invites.length || stage.chance().of(0.35)) {
                invites[leg].tryingFromLast();
            }
            stage.pause(0.002);
        }
        return this;
    }

    /// Dials, and the first server wants credentials: 401 or 407, ACK, INVITE again.
    public Call inviteChallenged(int code, String realm, String... extra) {
        Dialog dialog = first();
        Digest digest = Digest.fresh(stage, realm, code == 407);
        Passage refused = dialog.invite(media.offer(), extra).deliver(0);
        refused.reply(Reply.of(code).with(digest.challenge(false)), 1, 0);
        stage.pause(0.012);
        String[] more = java.util.Arrays.copyOf(extra, extra.length + 1);
        more[extra.length] =
                digest.credentials(
                        stage, dialog.party(Side.CALLER), dialog.party(Side.CALLEE).target());
        return invite(more);
    }

    /// Dials, and the first server says no.
    public Call refusedByFirst(Reply refusal) {
        Passage refused = first().invite(media.offer()).deliver(0);
        stage.pause(0.008);
        refused.reply(refusal, 1, 0);
        return this;
    }

    /// A provisional response all the way back.
    public Call progress(int code, boolean withMedia, String... extra) {
        List<Body> answers = withMedia ? media.answers() : List.of();
        for (int leg = invites.length - 1; leg >= 0; leg--) {
            invites[leg].reply(
                    Reply.of(code).with(extra).saying(withMedia ? answers.get(leg) : null));
        }
        return this;
    }

    public Call answer(String... extra) {
        for (int leg = invites.length - 1; leg > 0; leg--) {
            answer(leg, extra);
        }
        return answerFirst(extra);
    }

    /// The callee's answer as far as the last B2BUA.
    public Call answerLast() {
        answer(invites.length - 1);
        return this;
    }

    /// The answer on the caller's own leg.
    public Call answerFirst(String... extra) {
        answer(0, extra);
        return this;
    }

    /// A B2BUA acknowledges at once what it is answered.
    private void answer(int leg, String... extra) {
        invites[leg].reply(okay(leg).with(extra));
        if (leg > 0) {
            dialogs.get(leg).acknowledge(invites[leg], Side.CALLER, null);
        }
    }

    /// The answer of a call with one dialog, for scripts that send it themselves.
    public Reply okay() {
        return okay(0);
    }

    private Reply okay(int leg) {
        return Reply.of(200).saying(media.answers().get(leg));
    }

    /// The caller's ACK; a lost one makes the callee answer again after T1 (RFC 3261 §13.3.1.4).
    public Call acknowledge() {
        stage.pause(0.004);
        first().acknowledge(invites[0], Side.CALLER, null);
        if (invites.length == 1 && stage.chance().of(stage.conditions().loss())) {
            stage.pause(0.48);
            invites[0].reply(Reply.of(200).saying(media.answers().get(0)));
            first().acknowledge(invites[0], Side.CALLER, null);
        }
        return this;
    }

    /// The answer where a reliable provisional response has already carried the description (RFC
    /// 3262 §5).
    public Call answerWithoutMedia() {
        for (int leg = invites.length - 1; leg >= 0; leg--) {
            invites[leg].reply(Reply.of(200));
        }
        return this;
    }

    public Call fail(Reply reply) {
        for (int leg = invites.length - 1; leg >= 0; leg--) {
            invites[leg].reply(reply);
        }
        return this;
    }

    /// The caller gives up.
    public Call cancel(String... extra) {
        for (Passage invite : invites) {
            invite.cancel(0, invite.hops(), extra);
        }
        return fail(Reply.of(487));
    }

    /// Dials, but the last server before the callee keeps the INVITE for now.
    public Call inviteServer(String... extra) {
        Passage invite = first().invite(media.offer(), extra);
        invites[0] = invite;
        if (invites.length == 1) {
            invite.send(0, invite.hops() - 1);
        } else {
            invite.send().tryingFromLast();
        }
        return this;
    }

    /// The callee fails, and the last server before it keeps that to itself.
    public Call failBelow(Reply reply) {
        Passage invite = lastInvitation();
        invite.reply(reply, invite.hops(), below());
        return this;
    }

    /// The last server before the callee takes its INVITE back.
    public Call cancelBelow(String... extra) {
        Passage invite = lastInvitation();
        invite.cancel(below(), invite.hops(), extra);
        return failBelow(Reply.of(487));
    }

    /// The last server tells the caller something.
    public Call announce(Reply reply) {
        invites[0].reply(reply, invites.length == 1 ? below() : invites[0].hops(), 0);
        return this;
    }

    private int below() {
        return invites.length == 1 ? invites[0].hops() - 1 : 0;
    }

    /// The last server sends the INVITE to somebody else as well: a proxy as another branch of it,
    /// a B2BUA in a new leg.
    public Call alsoTo(Party other, String... extra) {
        int last = invites.length - 1;
        List<Dialog> onward = new ArrayList<>(dialogs);
        Dialog old = dialogs.get(last);
        onward.set(
                last,
                last == 0
                        ? old.branchTo(other)
                        : new Dialog(stage, old.party(Side.CALLER), other, List.of()));
        Call call = new Call(stage, onward, anchored, media.of(Side.CALLER));
        System.arraycopy(invites, 0, call.invites, 0, last);
        if (last == 0) {
            Passage fork = invites[0].fork(below(), onward.get(0), extra);
            call.invites[0] = fork.send(below(), fork.hops());
        } else {
            call.invites[last] =
                    onward.get(last).invite(call.media.firstOffers().get(last), extra).send();
        }
        return call;
    }

    /// A re-INVITE that is accepted (RFC 3261 §14): `change` says what the new offer differs in.
    public Call reinvite(Side by, UnaryOperator<Sdp> change, String... extra) {
        List<Passage> sent = offerAgain(by, change, extra);
        List<Body> answers = media.answersAgain(by);
        for (int i = sent.size() - 1; i >= 0; i--) {
            sent.get(i).reply(Reply.of(200).saying(answers.get(i)));
        }
        stage.pause(0.003);
        for (Passage passage : sent) {
            passage.dialog().acknowledge(passage, by, null);
        }
        return this;
    }

    /// A re-INVITE that is refused: the session stays as it was, §14.1.
    public Call reinviteRefused(Side by, UnaryOperator<Sdp> change, Reply refusal) {
        List<Passage> sent = offerAgain(by, change);
        for (Passage passage : sent.reversed()) {
            passage.reply(refusal);
        }
        media.forgetOffer(by);
        return this;
    }

    private List<Passage> offerAgain(Side by, UnaryOperator<Sdp> change, String... extra) {
        List<Body> offers = media.offersAgain(by, change);
        List<Passage> sent = new ArrayList<>(dialogs.size());
        for (Dialog dialog : inOrder(by)) {
            Passage passage = dialog.request(by, "INVITE", offers.get(sent.size()), extra).send();
            sent.add(passage);
            if (sent.size() < dialogs.size() || stage.chance().of(0.6)) {
                passage.tryingFromLast();
            }
            stage.pause(0.006);
        }
        return sent;
    }

    /// Any other request within the call, answered by the far end.
    public Call ask(Side by, String method, Reply reply, @Nullable Body body, String... extra) {
        List<Passage> sent = new ArrayList<>(dialogs.size());
        for (Dialog dialog : inOrder(by)) {
            sent.add(dialog.request(by, method, body, extra).send());
        }
        stage.pause(0.001);
        for (Passage passage : sent.reversed()) {
            passage.reply(reply);
        }
        return this;
    }

    /// Hangs up: a B2BUA answers the BYE itself and sends its own.
    public Call bye(Side by, String... extra) {
        for (Dialog dialog : inOrder(by)) {
            dialog.request(by, "BYE", null, extra).send().reply(Reply.of(200));
            stage.pause(0.001);
        }
        return this;
    }

    private List<Dialog> inOrder(Side by) {
        return by == Side.CALLER ? dialogs : dialogs.reversed();
    }

    /// Talks for a while; sometimes the capture has a little of the speech too.
    public Call talk(double seconds) {
        if (stage.chance().of(stage.conditions().media())) {
            media.speak();
        }
        stage.pause(seconds);
        return this;
    }
}
