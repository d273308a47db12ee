package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Rooms;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conferences that show themselves: a Contact with `isfocus` (RFC 4579), an INVITE with Join (RFC
/// 3911). With three users a conference is a three-way call too.
final class Conference implements Rule {

    private static final int THREE = 3;

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(0);
        if (scene.has(Mark.JOIN)) {
            joined(scene, flows);
        }
        if (scene.has(Mark.FOCUS)) {
            focused(scene, flows);
        } else if (scene.legs().size() >= THREE) {
            dialled(scene, flows);
        }
        return flows;
    }

    /// Whether a REFER controls a conference instead of transferring a call.
    static boolean isInvolved(Scene scene, Referral referral) {
        Address target = referral.target();
        if (isConference(target)
                || target.parameters().toLowerCase(Locale.ROOT).contains("isfocus")) {
            return true;
        }
        if (!scene.has(Mark.FOCUS) || referral.dialog() == null) {
            return false;
        }
        Sighting refer = referral.refer().sighting();
        boolean byCaller = refer.fromTag() == referral.dialog().callerTag();
        return isFocus(scene, referral.dialog(), !byCaller) || isFocus(scene, target);
    }

    private static boolean isConference(Address address) {
        return Rooms.isConference(address.user());
    }

    /// Whether one side of a dialog says that it is a focus.
    private static boolean isFocus(Scene scene, CallDialog dialog, boolean caller) {
        CallMessage first = focus(scene, dialog, caller);
        return first != null;
    }

    private static boolean isFocus(Scene scene, Address target) {
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            if (s.first(Mark.FOCUS) != null
                    && s.contact() != null
                    && s.contact().user().equals(target.user())
                    && s.contact().host().equals(target.host())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable CallMessage focus(Scene scene, CallDialog dialog, boolean caller) {
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            if (m.leg() == dialog.leg()
                    && s.method() == Method.INVITE
                    && s.first(Mark.FOCUS) != null
                    && (m.dialog() == dialog.number() || m.dialog() == 0)) {
                long sender = s.isRequest() ? s.fromTag() : s.toTag();
                if (sender == (caller ? dialog.callerTag() : dialog.calleeTag())) {
                    return m;
                }
            }
        }
        return null;
    }

    private static void focused(Scene scene, List<Flow> flows) {
        Map<String, String> users = new LinkedHashMap<>();
        Draft focus = new Draft(scene, FlowKind.CONFERENCE_FOCUS);
        String name = "";
        boolean complete = true;
        boolean server = false;
        for (CallDialog d : scene.call().dialogs()) {
            CallMessage byCaller = focus(scene, d, true);
            CallMessage byCallee = byCaller == null ? focus(scene, d, false) : null;
            if ((byCaller == null && byCallee == null) || d.confirmed() == 0) {
                continue;
            }
            boolean out = byCaller != null;
            CallMessage said = Objects.requireNonNull(out ? byCaller : byCallee);
            boolean later = isWithin(said.seen().sighting());
            name = name.isEmpty() ? Sides.name(scene, d, out) : name;
            // A server says it when it answers; a phone that takes one more in says it later.
            server |= !out && !later;
            users.putIfAbsent(
                    Sides.name(scene, d, !out), later ? "call" : out ? "dial-out" : "dial-in");
            focus.proof(out ? byCaller : byCallee, "isfocus").proof(d.confirmed(), "joins");
            complete &= !d.startUnseen();
        }
        if (users.isEmpty()) {
            return;
        }
        focus.role("F", name);
        int number = 0;
        for (String user : users.keySet()) {
            focus.role(String.valueOf((char) ('A' + number++)), user);
        }
        focus.attribute("participants", Integer.toString(users.size()))
                .attribute("joined", String.join(",", users.values()))
                .mediumUnless(complete);
        flows.add(focus.flow());
        // The phone that is the focus takes part itself; a server does not.
        int talking = users.size() + (server ? 0 : 1);
        boolean told = !server && ThreeWay.isMixed(scene);
        if (talking == THREE && users.size() > 1 && !told) {
            flows.add(threeWay(scene, flows.getLast(), name, users, server));
        }
    }

    private static boolean isWithin(Sighting s) {
        return s.isRequest() && s.toTag() != 0;
    }

    private static Flow threeWay(
            Scene scene, Flow focus, String name, Map<String, String> users, boolean server) {
        Draft draft = new Draft(scene, FlowKind.THREE_WAY);
        List<String> all = new ArrayList<>(users.keySet());
        if (!server) {
            all.addFirst(name);
        }
        for (int i = 0; i < all.size(); i++) {
            draft.role(String.valueOf((char) ('A' + i)), all.get(i));
        }
        focus.proofs().forEach(proof -> draft.proof(proof.message(), proof.reason()));
        return draft.attribute("mixing", server ? "server" : "focus")
                .atMost(focus.confidence())
                .flow();
    }

    private static void joined(Scene scene, List<Flow> flows) {
        for (Leg leg : scene.legs()) {
            Request invite = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
            String value = invite == null ? null : invite.sighting().first(Mark.JOIN);
            if (invite == null || value == null) {
                continue;
            }
            CallDialog dialog = Sides.named(scene, "join", value);
            int status = invite.status();
            Draft join = new Draft(scene, FlowKind.CONFERENCE_JOIN);
            join.role("D", Scene.name(leg.from())).role("A", Scene.name(leg.to()));
            join.proof(invite.sent(), "invite-join")
                    .proof(invite.answer(), invite.isAccepted() ? "joined" : "refused")
                    .attribute(
                            "result",
                            status == 0 ? "unknown" : status < 300 ? "success" : "failed");
            flows.add(join.mediumUnless(status >= 200).flow());
            if (invite.isAccepted() && dialog != null) {
                Draft three = new Draft(scene, FlowKind.THREE_WAY);
                three.role("A", Sides.name(scene, dialog, true))
                        .role("B", Sides.name(scene, dialog, false))
                        .role("C", Scene.name(leg.from()))
                        .attribute("mixing", "join");
                flows.add(
                        three.proof(dialog.confirmed(), "talking")
                                .proof(invite.sent(), "invite-join")
                                .proof(invite.answer(), "joined")
                                .flow());
            }
        }
    }

    /// One server's address that at least three users dialled and were in at the same time.
    private static void dialled(Scene scene, List<Flow> flows) {
        Map<String, List<CallDialog>> rooms = new LinkedHashMap<>();
        for (CallDialog d : scene.call().dialogs()) {
            Leg leg = scene.leg(d.leg());
            if (leg.method() == Method.INVITE
                    && d.confirmed() != 0
                    && isConference(leg.to())
                    && scene.head(leg.number()) == leg.number()) {
                rooms.computeIfAbsent(leg.to().user(), _ -> new ArrayList<>(3)).add(d);
            }
        }
        rooms.forEach((room, dialogs) -> {
            long together = Long.MIN_VALUE;
            long first = Long.MAX_VALUE;
            for (CallDialog d : dialogs) {
                together = Math.max(together, Sides.confirmedAt(scene, d));
                first = Math.min(first, Sides.endedAt(scene, d));
            }
            if (dialogs.size() >= THREE && together < first) {
                Draft draft = new Draft(scene, FlowKind.CONFERENCE_DIAL_IN);
                draft.role("F", room).atMost(Confidence.MEDIUM);
                for (int i = 0; i < dialogs.size(); i++) {
                    draft.role(
                            String.valueOf((char) ('A' + i)),
                            Sides.name(scene, dialogs.get(i), true));
                    draft.proof(dialogs.get(i).confirmed(), "dials-in");
                }
                flows.add(draft.flow());
            }
        });
    }
}
