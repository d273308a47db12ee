package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// Services in which one phone has two calls: a consultation while the other party is held, a call
/// waiting, a conference that the phone mixes. One phone is one Contact or address and one user;
/// with three calls at once it is a server.
final class SharedPhones {

    /// With this many other calls it is a trunk, a server or a tester.
    private static final int PHONE = 2;

    /// Shorter, and nobody was told of a waiting call.
    private static final long OFFERED = 500_000_000L;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Map<Long, PriorityQueue<Integer>> busy = new HashMap<>();
    private final Set<Long> crowded = new HashSet<>();

    SharedPhones(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    /// First which phones are phones, then what they do with two calls.
    void find() {
        sweep(this::isCrowded);
        busy.clear();
        sweep(this::meet);
    }

    private interface Encounter {
        void meet(List<Integer> others, int leg, long phone, boolean asCaller);
    }

    private void sweep(Encounter encounter) {
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i]) && !legs[i].servers()) {
                visit(i, legs[i].callerPhones(), true, encounter);
                visit(i, legs[i].calleePhones(), false, encounter);
                occupy(i, legs[i].callerPhones());
                occupy(i, legs[i].calleePhones());
            }
        }
    }

    private void visit(int leg, long[] phones, boolean asCaller, Encounter encounter) {
        for (long phone : phones) {
            PriorityQueue<Integer> calls = busy.get(phone);
            if (calls == null || crowded.contains(phone)) {
                continue;
            }
            long start = legs[leg].milestones().start();
            while (!calls.isEmpty() && legs[calls.peek()].over() < start) {
                calls.poll();
            }
            encounter.meet(distinct(calls, leg), leg, phone, asCaller);
        }
    }

    /// Legs that are one call already, through a B2BUA say, are one call of the phone.
    private List<Integer> distinct(PriorityQueue<Integer> calls, int leg) {
        List<Integer> all = new ArrayList<>(calls);
        all.sort(Comparator.naturalOrder());
        List<Integer> others = new ArrayList<>(1);
        for (int i = 0; i < all.size() && others.size() < PHONE; i++) {
            if (!ties.areTied(all.get(i), leg) && !isAmong(all.get(i), others)) {
                others.add(all.get(i));
            }
        }
        return others;
    }

    private boolean isAmong(int call, List<Integer> others) {
        for (int other : others) {
            if (ties.areTied(call, other)) {
                return true;
            }
        }
        return false;
    }

    private void occupy(int leg, long[] phones) {
        for (long phone : phones) {
            if (!crowded.contains(phone)) {
                busy.computeIfAbsent(
                                phone,
                                _ ->
                                        new PriorityQueue<>(
                                                Comparator.comparingLong(i -> legs[i].over())))
                        .add(leg);
            }
        }
    }

    private void isCrowded(List<Integer> others, int leg, long phone, boolean asCaller) {
        if (others.size() >= PHONE) {
            crowded.add(phone);
            busy.remove(phone);
        }
    }

    private void meet(List<Integer> others, int second, long phone, boolean asCaller) {
        if (others.size() != 1) {
            return;
        }
        int first = others.getFirst();
        LegSummary talk = legs[first];
        LegSummary call = legs[second];
        boolean wasCaller = Arrays.binarySearch(talk.callerPhones(), phone) >= 0;
        List<String> before = wasCaller ? talk.callers() : talk.called();
        List<String> now = asCaller ? call.callers() : call.called();
        if (!isOneUser(before, now)) {
            return;
        }
        if (asCaller && isMixed(talk, call, wasCaller)) {
            long start = talk.milestones().start();
            tie(first, second, "three-way", now, start);
            return;
        }
        long answered = talk.milestones().answered();
        if (answered < 0 || answered > call.milestones().start()) {
            return;
        }
        long held = held(talk, call, wasCaller);
        if (asCaller && held >= 0) {
            tie(first, second, "consultation", now, held);
        } else if (!asCaller && isOffered(talk, call, held)) {
            tie(first, second, "call-waiting", now, answered);
        }
    }

    /// RFC 5359 §2.10: the phone that adds the third party says in both calls that it is the focus.
    /// Calls that come in to a focus are a conference bridge's.
    private static boolean isMixed(LegSummary talk, LegSummary call, boolean wasCaller) {
        boolean mixes = (wasCaller ? talk.callerMixes() : talk.calleeMixes()) && call.callerMixes();
        long one = talk.milestones().answered();
        long other = call.milestones().answered();
        boolean both = one >= 0 && other >= 0;
        return mixes && both && Math.max(one, other) < Math.min(talk.over(), call.over());
    }

    private void tie(int first, int second, String kind, List<String> user, long since) {
        double seconds = (legs[second].milestones().start() - since) / 1e9;
        String length = String.format(Locale.ROOT, "%.1f", seconds);
        ties.tie(first, second, kind, Ground.alone(kind, user.getFirst(), length), 90);
    }

    private static boolean isOneUser(List<String> before, List<String> now) {
        for (String user : now) {
            if (ExplicitLinks.isAmong(user, before)) {
                return true;
            }
        }
        return false;
    }

    /// When the phone put its first call on hold for the second, or -1.
    private static long held(LegSummary talk, LegSummary call, boolean wasCaller) {
        long answered = call.milestones().answered();
        long until = answered >= 0 ? answered : call.milestones().end();
        for (LegSummary.Hold hold : talk.holds()) {
            boolean lasts = hold.end() < 0 || hold.end() > call.milestones().start();
            if (hold.byCaller() == wasCaller && hold.start() <= until && lasts) {
                return hold.start();
            }
        }
        return -1;
    }

    /// Ringing, not refused at once; said to wait, or the phone made room, or it rang for a while.
    private static boolean isOffered(LegSummary talk, LegSummary call, long held) {
        LegSummary.Milestones m = call.milestones();
        if (m.alerting() < 0) {
            return false;
        }
        long decided = Math.min(call.decided(), m.cancelled() < 0 ? Long.MAX_VALUE : m.cancelled());
        long until = Math.min(decided, m.end());
        long bye = talk.milestones().bye();
        boolean madeRoom = bye > m.alerting() && bye <= until;
        return m.waiting() || held >= 0 || madeRoom || until - m.alerting() >= OFFERED;
    }
}
