package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Spans of media between two parties: every completed offer and answer (RFC 3264) until the next
/// one or the end of its dialog.
final class MediaBars {

    /// @param after number of the message that it begins behind
    /// @param kind `early`, `talk` or `hold`
    /// @param start nanoseconds since 1970
    /// @param directions `both`, `forward` (caller to callee), `backward`, `none`
    record Bar(
            int after,
            int dialog,
            int fromNode,
            int toNode,
            String kind,
            @Nullable String codec,
            long start,
            long end,
            String directions,
            long forward,
            long backward) {}

    private final Call call;
    private final CallDialog dialog;
    private final List<Bar> bars = new ArrayList<>();
    private @Nullable CallMessage offer;
    private @Nullable Media caller;
    private @Nullable Media callee;
    private int after;
    private long start;
    private boolean confirmed;

    private MediaBars(Call call, CallDialog dialog) {
        this.call = call;
        this.dialog = dialog;
    }

    static List<Bar> of(Call call) {
        List<Bar> all = new ArrayList<>();
        for (CallDialog dialog : call.dialogs()) {
            all.addAll(new MediaBars(call, dialog).fold());
        }
        return all;
    }

    private List<Bar> fold() {
        for (CallMessage message : call.messages()) {
            if (isOurs(message)) {
                if (message.number() == dialog.ended()) {
                    break;
                }
                see(message);
            }
        }
        int ended = dialog.ended();
        long end = ended > 0 ? time(call.messages().get(ended - 1)) : call.times().end();
        close(end);
        return bars;
    }

    /// Messages of the dialog, and the request that began it; each once, where it was first seen.
    private boolean isOurs(CallMessage message) {
        boolean begin = message.dialog() == 0 && message.leg() == dialog.leg();
        return (message.dialog() == dialog.number() || begin) && message.forwardOf() == 0;
    }

    private void see(CallMessage message) {
        Sighting sighting = message.seen().sighting();
        boolean confirming =
                message.number() == dialog.confirmed()
                        || (!confirmed
                                && sighting.isSuccess()
                                && sighting.method() == Method.INVITE
                                && message.dialog() != 0);
        if (confirming && !confirmed) {
            close(time(message));
            confirmed = true;
            if (caller != null) {
                begin(message);
            }
        }
        SessionDescription session = message.seen().session();
        if (session != null && !isRepeatedAnswer(message)) {
            describe(message, session);
        }
        if (sighting.isFinal()
                && !sighting.isSuccess()
                && offer != null
                && sighting.cseq() == cseq(offer)) {
            offer = null;
        }
    }

    /// A response whose offer was answered before says the same again (RFC 3261 §13.2.1).
    private boolean isRepeatedAnswer(CallMessage message) {
        if (offer != null || message.seen().sighting().isRequest() || message.transaction() == 0) {
            return false;
        }
        int request = call.transactions().get(message.transaction() - 1).request();
        return request > 0 && call.messages().get(request - 1).seen().session() != null;
    }

    private static long cseq(CallMessage message) {
        return message.seen().sighting().cseq();
    }

    /// A description is the answer when the other side's offer is open, else an offer.
    private void describe(CallMessage message, SessionDescription session) {
        CallMessage open = offer;
        if (open == null || fromCaller(open) == fromCaller(message)) {
            offer = message;
            return;
        }
        SessionDescription offered = open.seen().session();
        Media one = audio(offered);
        Media other = audio(session);
        offer = null;
        if (one == null || other == null) {
            return;
        }
        close(time(message));
        caller = fromCaller(open) ? one : other;
        callee = fromCaller(open) ? other : one;
        begin(message);
    }

    private static @Nullable Media audio(@Nullable SessionDescription session) {
        if (session == null) {
            return null;
        }
        for (Media media : session.media()) {
            if (media.kind().equals("audio")) {
                return media;
            }
        }
        return session.media().isEmpty() ? null : session.media().getFirst();
    }

    private boolean fromCaller(CallMessage message) {
        Sighting sighting = message.seen().sighting();
        return (sighting.fromTag() == dialog.callerTag()) == sighting.isRequest();
    }

    private void begin(CallMessage message) {
        start = time(message);
        after = message.number();
        for (CallMessage later : call.messages()) {
            // the same answer on later hops, and the ACK that carries nothing new
            boolean same =
                    later.number() > after && later.seen().sighting().cseq() == cseq(message);
            boolean ack =
                    later.seen().sighting().method() == Method.ACK
                            || later.forwardOf() >= message.number();
            if (same && ack && later.leg() == message.leg() && later.dialog() == message.dialog()) {
                after = later.number();
            }
        }
    }

    private void close(long end) {
        Media one = caller;
        Media other = callee;
        if (one == null || other == null || end <= start || one.port() == 0 || other.port() == 0) {
            return;
        }
        boolean forward = sends(one) && receives(other);
        boolean backward = sends(other) && receives(one);
        String directions =
                forward ? (backward ? "both" : "forward") : (backward ? "backward" : "none");
        String kind = !confirmed ? "early" : directions.equals("both") ? "talk" : "hold";
        bars.add(
                new Bar(
                        after,
                        dialog.number(),
                        dialog.callerNode(),
                        dialog.calleeNode(),
                        kind,
                        codec(one, other),
                        start,
                        end,
                        directions,
                        counted(other, end),
                        counted(one, end)));
    }

    private static boolean sends(Media media) {
        return media.direction() == Direction.SENDRECV || media.direction() == Direction.SENDONLY;
    }

    /// RFC 3264 §8.4: an address of zeros asks for nothing to be sent.
    private static boolean receives(Media media) {
        boolean zeros =
                media.address() != null
                        && media.address().high() == 0
                        && media.address().low() == 0;
        return !zeros
                && (media.direction() == Direction.SENDRECV
                        || media.direction() == Direction.RECVONLY);
    }

    private static @Nullable String codec(Media one, Media other) {
        for (String codec : other.codecs()) {
            if (one.codecs().contains(codec) && !codec.equalsIgnoreCase("telephone-event")) {
                return codec;
            }
        }
        return null;
    }

    /// Packets of streams to where that side receives, seen before the span ended.
    private long counted(Media receiver, long end) {
        long packets = 0;
        for (MediaStream stream : call.media()) {
            boolean there =
                    stream.to().address().equals(receiver.address())
                            && stream.to().port() == receiver.port();
            if (there && !stream.rtcp() && stream.first() <= end && stream.last() >= start) {
                packets += stream.packets();
            }
        }
        return packets;
    }

    private static long time(CallMessage message) {
        return message.seen().time();
    }
}
