package io.callogram.analyzer.call;

import io.callogram.analyzer.call.LegSummary.Hop;
import io.callogram.analyzer.call.LegSummary.Milestones;
import io.callogram.analyzer.call.LegSummary.Party;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums a leg up for correlation, in one pass over its messages.
final class Summing {

    /// Bounds what a hostile leg can make us keep.
    private static final int MOST = 16;

    private final Legs.State leg;
    private final long callerTag;
    private final SideReading caller = new SideReading();
    private final SideReading callee = new SideReading();
    private final List<String> callers = new ArrayList<>(2);
    private final List<String> called = new ArrayList<>(2);
    private final List<String> diverted = new ArrayList<>(0);
    private final List<Hop> hops = new ArrayList<>(2);
    private final List<Claim> claims = new ArrayList<>(0);
    private long alerting = -1;
    private long answered = -1;
    private long refused = -1;
    private long cancelled = -1;
    private long bye = -1;
    private boolean byeByCaller;
    private boolean waiting;
    private final ProbeReading probe;
    private @Nullable Address redirection;
    private int status;

    private Summing(Legs.State leg) {
        this.leg = leg;
        this.callerTag = leg.first().sighting().fromTag();
        this.probe = new ProbeReading(leg.method());
    }

    static LegSummary of(
            Legs.State leg,
            List<LegMessage> messages,
            List<Caused> events,
            List<LegDialog> dialogs) {
        Summing summing = new Summing(leg);
        for (int i = 0; i < messages.size(); i++) {
            summing.add(messages.get(i));
        }
        return summing.summary(messages, events, dialogs);
    }

    private void add(LegMessage m) {
        Sighting s = m.seen().sighting();
        boolean byCaller = isByCaller(s);
        SideReading side = byCaller ? caller : callee;
        SessionDescription session = m.seen().session();
        if (session != null) {
            side.describes(session);
        }
        if (m.atOrigin()) {
            side.speaks(s);
        } else if (s.status() > 100 && s.method() == leg.method() && m.forwardOf() < 0) {
            // Beyond every proxy: the phone itself, which needs no Contact to refuse.
            side.isAt(s.where().from());
        }
        if (s.isRequest()) {
            probe.request(m, s);
            request(m, s, byCaller);
        } else if (s.method() == leg.method() && m.atOrigin()) {
            probe.response(s);
            response(s);
        }
        boolean says = !s.marks().isEmpty() || s.where().correlation() != null;
        if (says && claims.size() < MOST) {
            ClaimReading.from(m.seen(), leg.method(), claims);
            side.introducesItself(s);
        }
    }

    /// The From of a response is that of its request.
    private boolean isByCaller(Sighting s) {
        boolean asked = s.fromTag() == callerTag || s.fromTag() == leg.tag();
        return s.isRequest() == asked;
    }

    private void request(LegMessage m, Sighting s, boolean byCaller) {
        switch (s.method()) {
            case CANCEL -> cancelled = cancelled < 0 && m.atOrigin() ? s.time() : cancelled;
            case BYE -> {
                byeByCaller = bye < 0 ? byCaller : byeByCaller;
                bye = bye < 0 ? s.time() : bye;
            }
            case INVITE,
                    ACK,
                    REGISTER,
                    OPTIONS,
                    PRACK,
                    SUBSCRIBE,
                    NOTIFY,
                    PUBLISH,
                    INFO,
                    REFER,
                    MESSAGE,
                    UPDATE,
                    OTHER -> {
                if (s.method() == leg.method() && s.toTag() == 0 && hops.size() < MOST) {
                    initial(s);
                }
            }
        }
    }

    private void initial(Sighting s) {
        hops.add(new Hop(s.where().from(), s.where().to(), s.time(), s.maxForwards()));
        addUser(callers, s.from());
        addUser(called, s.to());
        Address target = s.requestUri();
        if (target != null) {
            addUser(called, target);
        }
        for (int i = 0; i < s.marks().size(); i++) {
            Marked marked = s.marks().get(i);
            switch (marked.mark()) {
                case ASSERTED_IDENTITY, PREFERRED_IDENTITY, REMOTE_PARTY_ID ->
                        addUser(callers, AddressText.read(marked.value()));
                case DIVERSION, HISTORY_INFO -> addUser(diverted, AddressText.read(marked.value()));
                default -> {}
            }
        }
    }

    private static void addUser(List<String> users, Address address) {
        String user = Keys.user(address);
        if (!user.isEmpty() && users.size() < MOST && !users.contains(user)) {
            users.add(user);
        }
    }

    private void response(Sighting s) {
        if (s.isFinal()) {
            boolean initial = answered < 0;
            status = initial ? s.status() : status;
            redirection = s.status() / 100 == 3 ? s.contact() : redirection;
            answered = s.isSuccess() && initial ? s.time() : answered;
            refused = !s.isSuccess() && initial ? s.time() : refused;
        } else if (answered < 0) {
            boolean rings = s.status() == 180 || s.status() == 182;
            alerting = rings && alerting < 0 ? s.time() : alerting;
            String alert = s.first(Mark.ALERT_INFO);
            waiting |= s.status() == 182 || (alert != null && alert.contains("call-waiting"));
        }
    }

    private LegSummary summary(
            List<LegMessage> messages, List<Caused> events, List<LegDialog> dialogs) {
        Sighting first = leg.first().sighting();
        if (hops.isEmpty() && !first.isRequest() && first.method() == leg.method()) {
            // The request was not captured; its response repeats From and To.
            addUser(callers, first.from());
            addUser(called, first.to());
        }
        boolean unseen = events.isEmpty() || isUnseen(events);
        return new LegSummary(
                first.callId(),
                leg.method(),
                callerTag,
                unseen,
                first.from(),
                first.to(),
                first.requestUri(),
                callers,
                called,
                diverted,
                first.isRequest() ? first.where().from() : first.where().to(),
                first.isRequest() ? first.where().to() : first.where().from(),
                hops,
                caller.media(),
                callee.media(),
                caller.phones(),
                callee.phones(),
                parties(dialogs),
                Holding.of(events, dialogs),
                claims,
                redirection,
                caller.isServer() || callee.isServer(),
                caller.mixes(),
                callee.mixes(),
                unseen ? Probing.NONE : probe.conclusion(),
                milestones(messages, first.time()));
    }

    private Milestones milestones(List<LegMessage> messages, long otherwise) {
        long start = messages.isEmpty() ? otherwise : messages.getFirst().seen().time();
        long end = messages.isEmpty() ? otherwise : messages.getLast().seen().time();
        return new Milestones(
                start,
                alerting,
                answered,
                refused,
                status,
                cancelled,
                bye,
                byeByCaller,
                end,
                waiting);
    }

    private static boolean isUnseen(List<Caused> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof LegEvent.LegOpened opened) {
                return opened.startUnseen();
            }
        }
        return true;
    }

    private static List<Party> parties(List<LegDialog> dialogs) {
        if (dialogs.isEmpty()) {
            return List.of();
        }
        List<Party> parties = new ArrayList<>(dialogs.size());
        for (int i = 0; i < dialogs.size(); i++) {
            LegDialog d = dialogs.get(i);
            parties.add(
                    new Party(
                            d.dialog().callerTag(),
                            d.dialog().calleeTag(),
                            d.confirmedAt(),
                            d.endedAt()));
        }
        return parties;
    }
}
