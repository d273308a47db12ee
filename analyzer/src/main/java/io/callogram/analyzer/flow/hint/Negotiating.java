package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Offers and answers (RFC 3264), and addresses that media cannot reach.
final class Negotiating {

    private Negotiating() {}

    static void inspect(Inspection in) {
        if (!in.scene.has(Method.INVITE)) {
            return;
        }
        List<Request> requests = in.scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request r = requests.get(i);
            if (r.method() == Method.INVITE || r.method() == Method.UPDATE) {
                answered(in, r, r.sent(), r.answer());
            }
        }
        List<Agreement> agreements = in.scene.agreements();
        for (int i = 0; i < agreements.size(); i++) {
            compare(in, agreements.get(i));
        }
        List<CallMessage> messages = in.call.messages();
        for (int i = 0; i < messages.size(); i++) {
            CallMessage m = messages.get(i);
            if (m.seen().session() != null) {
                reach(in, m, m.seen().session());
            }
        }
    }

    private static void answered(
            Inspection in, Request r, @Nullable CallMessage sent, @Nullable CallMessage answer) {
        if (sent == null || answer == null) {
            return;
        }
        if (r.status() == 488 || r.status() == 606) {
            CallMessage made = in.original(answer);
            in.note(HintKind.MEDIA_REFUSED, in.at(sent, made), in.sender(made), r.status());
        }
        if (r.method() != Method.INVITE || !r.isAccepted() || !r.isHeardAtOrigin()) {
            return;
        }
        boolean early = false;
        List<CallMessage> provisionals = r.origin().provisionals();
        for (int i = 0; i < provisionals.size(); i++) {
            early |= provisionals.get(i).seen().session() != null;
        }
        if (early) {
            return;
        }
        if (sent.seen().session() != null && isSilent(answer)) {
            CallMessage made = in.original(answer);
            in.noteOnce(HintKind.ANSWER_MISSING, in.at(sent, made), in.sender(made), r.status());
        } else if (isSilent(sent) && answer.seen().session() != null && !r.acks().isEmpty()) {
            CallMessage ack = r.acks().getFirst();
            if (isSilent(ack)) {
                in.noteOnce(HintKind.ANSWER_MISSING, in.at(answer, ack), in.sender(ack), "ACK");
            }
        }
    }

    private static boolean isSilent(CallMessage m) {
        Sighting s = m.seen().sighting();
        return m.seen().session() == null && s.bodyLength() == 0 && s.where().isWhole();
    }

    private static void compare(Inspection in, Agreement a) {
        SessionDescription offer = a.byCaller() ? a.caller() : a.callee();
        SessionDescription answer = a.byCaller() ? a.callee() : a.caller();
        if (!offer.complete() || !answer.complete()) {
            return;
        }
        if (offer.media().size() != answer.media().size()) {
            in.noteOnce(
                    HintKind.MEDIA_LINES_DIFFER,
                    evidence(in, a),
                    offer.media().size(),
                    answer.media().size());
        }
        Media offered = audio(offer);
        Media answered = audio(answer);
        if (offered == null || answered == null) {
            return;
        }
        if (!offered.proto().equalsIgnoreCase(answered.proto())) {
            in.noteOnce(
                    HintKind.PROFILE_DIFFERS, evidence(in, a), offered.proto(), answered.proto());
        }
        if (isApart(offered, answered)) {
            in.noteOnce(
                    HintKind.NO_COMMON_CODEC,
                    evidence(in, a),
                    String.join("/", offered.codecs()),
                    String.join("/", answered.codecs()));
        }
    }

    private static List<Integer> evidence(Inspection in, Agreement a) {
        return in.at(in.scene.message(a.offer()), in.scene.message(a.answer()));
    }

    private static @Nullable Media audio(SessionDescription session) {
        for (int i = 0; i < session.media().size(); i++) {
            Media m = session.media().get(i);
            if (m.port() > 0 && m.kind().equals("audio")) {
                return m;
            }
        }
        return null;
    }

    private static boolean isApart(Media offered, Media answered) {
        List<String> types = answered.payloadTypes();
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            // Static types mean the same whatever rtpmap says (RFC 3551 §6).
            if (type.length() <= 2 && offered.payloadTypes().contains(type) && isStatic(type)) {
                return false;
            }
        }
        boolean named = false;
        for (String codec : answered.codecs()) {
            if (isSpeech(codec)) {
                named = true;
                for (String other : offered.codecs()) {
                    if (other.equalsIgnoreCase(codec)) {
                        return false;
                    }
                }
            }
        }
        return named && !offered.codecs().isEmpty();
    }

    private static boolean isStatic(String type) {
        return HeaderText.number(type) < 35 && !type.equals("13");
    }

    private static boolean isSpeech(String codec) {
        return !codec.equalsIgnoreCase("telephone-event")
                && !codec.equalsIgnoreCase("CN")
                && !codec.equalsIgnoreCase("red");
    }

    /// Nobody outside reaches an address that only its own network knows.
    private static void reach(Inspection in, CallMessage m, SessionDescription session) {
        Media audio = audio(session);
        IpAddress address = audio == null ? null : audio.address();
        IpAddress source = m.seen().sighting().where().from().address();
        if (address == null || address.equals(source) || isNowhere(address)) {
            return;
        }
        boolean hidden = Reach.isPrivate(address);
        if (hidden == Reach.isPrivate(source) && isElsewhere(m, address, source)) {
            in.noteOnce(HintKind.MEDIA_ADDRESS_ELSEWHERE, in.at(m), in.sender(m), address, source);
        }
        if (!hidden) {
            return;
        }
        if (Reach.isPublic(source) || (isLoopback(address) && !isLoopback(source))) {
            in.noteOnce(HintKind.ONE_WAY_AUDIO_RISK, in.at(m), in.sender(m), address, source);
        }
    }

    /// Its author is in another network than its media: no proxy has added a Via.
    private static boolean isElsewhere(CallMessage m, IpAddress address, IpAddress source) {
        return m.seen().sighting().isRequest()
                && m.seen().sighting().vias() == 1
                && !address.v6()
                && !source.v6()
                && !isLoopback(address)
                && (address.low() ^ source.low()) >>> 16 != 0;
    }

    private static boolean isNowhere(IpAddress address) {
        return address.high() == 0 && address.low() == 0;
    }

    private static boolean isLoopback(IpAddress address) {
        return address.v6()
                ? address.high() == 0 && address.low() == 1
                : address.low() >>> 24 == 127;
    }
}
