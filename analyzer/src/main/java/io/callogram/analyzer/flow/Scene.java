package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.LegEvent.LegContinued;
import io.callogram.analyzer.call.LegEvent.LegOpened;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folded call as the rules look at it: requests end to end, dialogs, legs, and what was agreed
/// about media. Everything is put together when it is asked for first. Not for more than one
/// thread.
public final class Scene {

    private final Call call;
    private final Thresholds thresholds;
    private final Traits traits;
    private @Nullable Requests requests;
    private @Nullable List<Agreement> agreements;
    private @Nullable List<List<Request>> attempts;

    /// Of each leg; 0 where nobody has asked yet.
    private final int[] heads;

    private Scene(Call call, Thresholds thresholds) {
        this.call = call;
        this.thresholds = thresholds;
        this.traits = Traits.of(call);
        this.heads = new int[call.legs().size()];
    }

    public static Scene of(Call call) {
        return new Scene(call, Thresholds.DEFAULT);
    }

    public static Scene of(Call call, Thresholds thresholds) {
        return new Scene(call, thresholds);
    }

    public Call call() {
        return call;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    public boolean isCall() {
        return call.kind() == CallKind.CALL;
    }

    /// Whether any message is a request of this method or a response to one. Costs nothing.
    public boolean has(Method method) {
        return traits.has(method);
    }

    /// Whether any message has this mark. Costs nothing.
    public boolean has(Mark mark) {
        return traits.has(mark);
    }

    /// Whether any response has this status. Costs nothing.
    public boolean has(int status) {
        return traits.has(status);
    }

    /// What occurs in it at all: what a rule asks first.
    public Traits traits() {
        return traits;
    }

    public CallMessage message(int number) {
        return call.messages().get(number - 1);
    }

    public Sighting sighting(int number) {
        return message(number).seen().sighting();
    }

    public long time(int number) {
        return message(number).seen().time();
    }

    /// Every request with its hops and responses, in order of first message. ACKs to a 2xx are with
    /// their INVITE.
    public List<Request> requests() {
        return together().inOrder();
    }

    private Requests together() {
        if (requests == null) {
            requests = Requests.of(call);
        }
        return requests;
    }

    /// The request that a message is, or responds to, or acknowledges; null for a stray.
    public @Nullable Request request(CallMessage message) {
        return together().ofTransaction(message.transaction());
    }

    /// The hop that a message belongs to; null for a stray or an ACK to a 2xx.
    public @Nullable Hop hop(CallMessage message) {
        return together().hop(message.transaction());
    }

    public List<Leg> legs() {
        return call.legs();
    }

    public Leg leg(int number) {
        return call.legs().get(number - 1);
    }

    /// The initial requests of a leg: the first, and those that came after a challenge, a
    /// redirection or a refresh. Empty when the capture began later.
    public List<Request> attempts(int leg) {
        if (attempts == null) {
            attempts = attempted();
        }
        return attempts.get(leg - 1);
    }

    /// The last of them, whose final response counts; null when none was captured.
    public @Nullable Request attempt(int leg) {
        List<Request> all = attempts(leg);
        return all.isEmpty() ? null : all.getLast();
    }

    private List<List<Request>> attempted() {
        List<List<Request>> all = new ArrayList<>(call.legs().size());
        for (int i = 0; i < call.legs().size(); i++) {
            all.add(new ArrayList<>(1));
        }
        List<CallEvent> events = call.events();
        for (int i = 0; i < events.size(); i++) {
            CallEvent event = events.get(i);
            boolean initial =
                    event.derived() instanceof LegContinued
                            || (event.derived() instanceof LegOpened e
                                    && !(e.startUnseen() && e.cause().sighting().isRequest()));
            Request request = initial ? together().ofTransaction(event.transaction()) : null;
            if (request != null) {
                all.get(event.leg() - 1).add(request);
            }
        }
        return all;
    }

    /// Number of the leg of whoever called first: a request to call may come before it.
    public int firstLeg() {
        List<Leg> legs = call.legs();
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).method() == Method.INVITE) {
                return legs.get(i).number();
            }
        }
        return 1;
    }

    /// Number of the leg whose result is the call's: not the first where the caller dialled again.
    public int decisiveLeg() {
        List<Integer> evidence = call.result().evidence();
        return evidence.isEmpty() ? firstLeg() : message(evidence.getLast()).leg();
    }

    /// The leg that this one continues beyond a B2BUA, as far back as that goes; itself if none.
    public int head(int leg) {
        if (heads[leg - 1] == 0) {
            heads[leg - 1] = back(leg);
        }
        return heads[leg - 1];
    }

    private int back(int leg) {
        int at = leg;
        for (int i = 0; i < call.legs().size(); i++) {
            Link link = leg(at).link();
            if (link == null || !isSameCall(link) || link.toLeg() >= at) {
                return at;
            }
            at = link.toLeg();
        }
        return at;
    }

    /// The leg with which the caller began: `head`, and back over what she sent again under a new
    /// Call-ID.
    public int root(int leg) {
        int at = head(leg);
        for (int i = 0; i < call.legs().size(); i++) {
            Link link = leg(at).link();
            if (link == null || !link.kind().equals("re-submission") || link.toLeg() >= at) {
                return at;
            }
            at = head(link.toLeg());
        }
        return at;
    }

    /// Both legs are one call that passes through a B2BUA.
    private static boolean isSameCall(Link link) {
        return switch (link.kind()) {
            case "scored",
                    "session-id",
                    "charging-vector",
                    "call-id",
                    "header",
                    "hep-correlation" ->
                    true;
            default -> false;
        };
    }

    public CallDialog dialog(int number) {
        return call.dialogs().get(number - 1);
    }

    /// The dialogs that a leg made.
    public List<CallDialog> dialogs(int leg) {
        List<CallDialog> all = new ArrayList<>(1);
        for (CallDialog d : call.dialogs()) {
            if (d.leg() == leg) {
                all.add(d);
            }
        }
        return all;
    }

    /// Every agreement about media, in order.
    public List<Agreement> agreements() {
        if (agreements == null) {
            agreements = Timeline.of(call, together());
        }
        return agreements;
    }

    /// Whether the side that made the dialog sent this message.
    public boolean isByCaller(CallMessage m) {
        if (m.dialog() == 0) {
            return m.seen().sighting().isRequest();
        }
        Sighting s = m.seen().sighting();
        long sender = s.isRequest() ? s.fromTag() : s.toTag();
        return sender == dialog(m.dialog()).callerTag();
    }

    /// When a message was last seen again; its own time without repetitions.
    public long lastSeen(CallMessage m) {
        return m.repeats().isEmpty() ? m.seen().time() : m.repeats().getLast().time();
    }

    /// What the caller of a leg is called.
    public String caller(int leg) {
        return name(leg == firstLeg() ? call.caller() : leg(leg).from());
    }

    /// What the one who was called in a leg is called.
    public String callee(int leg) {
        return name(leg == firstLeg() ? call.callee() : leg(leg).to());
    }

    public String node(int index) {
        return index < 0 ? "?" : call.nodes().get(index).name();
    }

    /// User part, or host where there is none.
    public static String name(Address address) {
        return address.user().isEmpty() ? address.host() : address.user();
    }
}
