package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Servers that take a person's place: music while on hold (RFC 7088), a mailbox that a forwarded
/// call reaches.
final class Places implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(0);
        music(scene, flows);
        if (scene.has(Mark.DIVERSION) || scene.has(Mark.HISTORY_INFO) || scene.has(Method.INVITE)) {
            mailbox(scene, flows);
        }
        return flows;
    }

    private static void music(Scene scene, List<Flow> flows) {
        List<Leg> legs = scene.legs();
        for (int i = 1; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            Request invite =
                    leg.method() == Method.INVITE && isMusic(leg)
                            ? scene.attempt(leg.number())
                            : null;
            if (invite != null && leg.number() != scene.firstLeg()) {
                flows.add(
                        new Draft(scene, FlowKind.MOH)
                                .role("A", Scene.name(leg.from()))
                                .role("M", Scene.name(leg.to()))
                                .proof(invite.sent(), "music-leg")
                                .proof(invite.answer(), "music-leg-answered")
                                .mediumUnless(invite.isAccepted())
                                .flow());
                return;
            }
        }
        if (scene.call().periods().size() > 1) {
            moved(scene, flows);
        }
    }

    private static boolean isMusic(Leg leg) {
        return isMusic(leg.to()) || (leg.target() != null && isMusic(leg.target()));
    }

    private static boolean isMusic(Address address) {
        String user = address.user().toLowerCase(Locale.ROOT);
        return user.equals("moh") || user.startsWith("moh-") || user.startsWith("music");
    }

    /// While held, the holder's side speaks from another host.
    private static void moved(Scene scene, List<Flow> flows) {
        for (Agreement a : scene.agreements()) {
            Agreement before = a.before();
            if (a.change() != Change.HOLD || before == null) {
                continue;
            }
            boolean byCaller = a.heldByCaller() && !before.heldByCaller();
            Media now = Streams.audio(byCaller ? a.caller() : a.callee());
            Media then = Streams.audio(byCaller ? before.caller() : before.callee());
            if (now != null
                    && then != null
                    && !Streams.isNowhere(now)
                    && !now.connection().equals(then.connection())) {
                CallDialog dialog = scene.dialog(a.dialog());
                flows.add(
                        new Draft(scene, FlowKind.MOH)
                                .role("A", Sides.name(scene, dialog, byCaller))
                                .role("B", Sides.name(scene, dialog, !byCaller))
                                .attribute("from", Streams.endpoint(now))
                                .proof(a.offer(), "hold-from-another-host")
                                .atMost(Confidence.MEDIUM)
                                .flow());
                return;
            }
        }
    }

    /// The answered branch or leg goes to a mailbox, and the caller dialled somebody else.
    private static void mailbox(Scene scene, List<Flow> flows) {
        List<Leg> legs = scene.legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            Request invite = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
            if (invite == null) {
                continue;
            }
            for (int at = 0; at < invite.hops().size(); at++) {
                Hop hop = invite.hops().get(at);
                CallMessage request = hop.request();
                Address target = request == null ? null : request.seen().sighting().requestUri();
                if (request != null
                        && target != null
                        && hop.isAccepted()
                        && isMailbox(target)
                        && isForwarded(scene, request, target)) {
                    flows.add(
                            new Draft(scene, FlowKind.VOICEMAIL_DEPOSIT)
                                    .role("A", scene.caller(scene.firstLeg()))
                                    .role("B", scene.callee(scene.firstLeg()))
                                    .role("C", Scene.name(target))
                                    .proof(request, "mailbox-invite")
                                    .proof(hop.answer(), "mailbox-answers")
                                    .flow());
                    return;
                }
            }
        }
    }

    private static boolean isMailbox(Address target) {
        String user = target.user().toLowerCase(Locale.ROOT);
        return user.equals("vm")
                || user.startsWith("vm-")
                || user.contains("voicemail")
                || user.contains("voice-mail")
                || user.contains("mailbox")
                || target.host().startsWith("voicemail.")
                || target.host().startsWith("vm.");
    }

    /// Its own caller did not dial the mailbox.
    private static boolean isForwarded(Scene scene, CallMessage request, Address target) {
        var s = request.seen().sighting();
        boolean said =
                s.first(Mark.DIVERSION) != null
                        || s.first(Mark.HISTORY_INFO) != null
                        || target.parameters().contains("cause=");
        @Nullable Address dialled = scene.leg(scene.firstLeg()).target();
        return said || (dialled != null && !isMailbox(dialled) && !isMailbox(s.to()));
    }
}
