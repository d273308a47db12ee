package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request end to end: all its hops, its final response as whoever made it got it.
public final class Request {

    private final int number;
    private final Method method;
    private final int leg;
    private final List<Hop> hops = new ArrayList<>(2);
    private List<CallMessage> acks = List.of();

    Request(int number, Method method, int leg) {
        this.number = number;
        this.method = method;
        this.leg = leg;
    }

    void add(Hop hop) {
        hops.add(hop);
    }

    void acknowledged(CallMessage ack) {
        acks = acks.isEmpty() ? new ArrayList<>(2) : acks;
        acks.add(ack);
    }

    /// Number of the end-to-end transaction in the call.
    public int number() {
        return number;
    }

    public Method method() {
        return method;
    }

    /// Number of its leg.
    public int leg() {
        return leg;
    }

    /// In order of first message.
    public List<Hop> hops() {
        return hops;
    }

    /// The hop next to whoever made it, as far as was captured.
    public Hop origin() {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.isOrigin()) {
                return hop;
            }
        }
        return hops.getFirst();
    }

    /// Whatever was captured of it first.
    public CallMessage first() {
        return hops.getFirst().first();
    }

    public long time() {
        return first().seen().time();
    }

    /// The request itself at its origin; null when only responses were captured.
    public @Nullable CallMessage sent() {
        return origin().request();
    }

    /// Number of its dialog, 0 outside any.
    public int dialog() {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.request() != null && hop.request().dialog() != 0) {
                return hop.request().dialog();
            }
            if (hop.answer() != null && hop.answer().dialog() != 0) {
                return hop.answer().dialog();
            }
        }
        return 0;
    }

    /// Whether it was sent within a dialog.
    public boolean isWithinDialog() {
        CallMessage sent = first();
        return sent.seen().sighting().isRequest()
                ? sent.seen().sighting().toTag() != 0
                : sent.stray().isEmpty() && sent.dialog() != 0;
    }

    /// The final response that whoever made it got; where that was not captured, the best further
    /// on (RFC 3261 §16.7 step 6).
    public @Nullable CallMessage answer() {
        CallMessage near = null;
        CallMessage far = null;
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            CallMessage answer = hop.answer();
            if (answer == null) {
                continue;
            }
            if (hop.isOrigin()) {
                near = near == null || isBetter(answer, near) ? answer : near;
            } else {
                far = far == null || isBetter(answer, far) ? answer : far;
            }
        }
        return near == null ? far : near;
    }

    private static boolean isBetter(CallMessage later, CallMessage earlier) {
        int a = later.seen().sighting().status();
        int b = earlier.seen().sighting().status();
        if (a < 300 || b < 300) {
            return b >= 300;
        }
        return a >= 600 || b >= 600 ? a >= 600 && b < 600 : a / 100 < b / 100;
    }

    /// Status of the final response, or 0.
    public int status() {
        CallMessage answer = answer();
        return answer == null ? 0 : answer.seen().sighting().status();
    }

    public boolean isAccepted() {
        return status() / 100 == 2;
    }

    /// ACKs to its 2xx, hop by hop (§13.2.2.4).
    public List<CallMessage> acks() {
        return acks;
    }

    /// The CANCEL that whoever made it sent.
    public @Nullable CallMessage cancel() {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.isOrigin() && hop.cancel() != null) {
                return hop.cancel();
            }
        }
        return null;
    }

    /// The first 180 that whoever made it got; null without one.
    public @Nullable CallMessage ringing() {
        return provisional(180);
    }

    /// The first provisional response of this status at the origin.
    public @Nullable CallMessage provisional(int status) {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            CallMessage found = hop.isOrigin() ? hop.provisional(status) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Whether the answer is the one that whoever made it got.
    public boolean isHeardAtOrigin() {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.isOrigin() && hop.answer() != null) {
                return true;
            }
        }
        return false;
    }

    /// What the request says, or the first response in its stead.
    public Sighting sighting() {
        return first().seen().sighting();
    }
}
