package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.Holding;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What two agreements about one session differ in, as far as it has an effect: what is offered but
/// not used may come and go.
final class Difference {

    private Difference() {}

    /// Slugs in alphabetical order; empty when the second says what the first said.
    static Set<String> between(
            SessionDescription caller,
            SessionDescription callee,
            boolean calleeAnswered,
            SessionDescription nextCaller,
            SessionDescription nextCallee,
            boolean calleeAnswers) {
        Set<String> found = new TreeSet<>();
        int streams =
                Math.max(
                        Math.min(caller.media().size(), callee.media().size()),
                        Math.min(nextCaller.media().size(), nextCallee.media().size()));
        for (int i = 0; i < streams; i++) {
            stream(
                    pair(caller, callee, i, calleeAnswered),
                    pair(nextCaller, nextCallee, i, calleeAnswers),
                    found);
        }
        return found;
    }

    /// One stream of both sides; null when it does not exist.
    ///
    /// @param answered the side that answered, whose choice counts (RFC 3264 §6.1)
    private record Stream(Media caller, Media callee, Media answered) {}

    private static @Nullable Stream pair(
            SessionDescription caller, SessionDescription callee, int i, boolean calleeAnswers) {
        if (i >= caller.media().size() || i >= callee.media().size()) {
            return null;
        }
        Media a = caller.media().get(i);
        Media b = callee.media().get(i);
        return a.port() == 0 || b.port() == 0 ? null : new Stream(a, b, calleeAnswers ? b : a);
    }

    private static void stream(@Nullable Stream before, @Nullable Stream after, Set<String> found) {
        if (before == null || after == null) {
            if (after != null) {
                found.add("add-media");
                video(after, "video-added", found);
            } else if (before != null) {
                found.add("remove-media");
                video(before, "video-removed", found);
            }
            return;
        }
        if (!before.caller.kind().equals(after.caller.kind())) {
            found.add("add-media");
            found.add("remove-media");
            return;
        }
        if (!chosen(before).equals(chosen(after))) {
            found.add("codec");
        }
        if (isMoved(before.caller, after.caller) || isMoved(before.callee, after.callee)) {
            found.add("address");
        }
        if (before.caller.crypto() != after.caller.crypto()
                || !before.caller.proto().equals(after.caller.proto())) {
            found.add("security");
        }
        if (!before.caller.silence().equals(after.caller.silence())
                || !before.callee.silence().equals(after.callee.silence())) {
            found.add("silence-suppression");
        }
        if (isRestarted(before.caller, after.caller) || isRestarted(before.callee, after.callee)) {
            found.add("ice");
        }
        directions(before, after, found);
    }

    /// New credentials restart ICE (RFC 8839 §4.4.1.1.1).
    private static boolean isRestarted(Media before, Media after) {
        return !before.ice().isEmpty()
                && !after.ice().isEmpty()
                && !before.ice().equals(after.ice());
    }

    private static void video(Stream stream, String slug, Set<String> found) {
        if (stream.caller.kind().equals("video")) {
            found.add(slug);
        }
    }

    private static void directions(Stream before, Stream after, Set<String> found) {
        boolean same =
                before.caller.direction() == after.caller.direction()
                        && before.callee.direction() == after.callee.direction();
        if (same) {
            return;
        }
        boolean video = after.caller.kind().equals("video");
        boolean paused =
                after.caller.direction() != Direction.SENDRECV
                        || after.callee.direction() != Direction.SENDRECV;
        found.add(video && paused ? "video-paused" : "direction");
    }

    /// The codec that the answer puts first.
    private static String chosen(Stream stream) {
        List<String> answer = stream.answered.codecs();
        boolean byCallee = stream.answered.equals(stream.callee);
        List<String> offer = byCallee ? stream.caller.codecs() : stream.callee.codecs();
        for (String codec : answer) {
            if (!codec.equalsIgnoreCase("telephone-event") && offer.contains(codec)) {
                return codec;
            }
        }
        return "";
    }

    /// An address that hold made nowhere did not move.
    private static boolean isMoved(Media before, Media after) {
        return (before.port() != after.port()
                        || !Objects.equals(before.connection(), after.connection()))
                && !Holding.isNowhere(before)
                && !Holding.isNowhere(after);
    }
}
