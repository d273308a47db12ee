package io.callogram.analyzer.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Services in which one phone has two calls: a consultation while the other party is held, a call
/// waiting, a conference that the phone mixes. One phone is one Contact or address and one user;
/// with three calls at once it is a server.
final class SharedPhones {

    /// Shorter, and nobody was told of a waiting call.
    private static final long OFFERED = 500_000_000L;

    /// What a phone has beside a call.
    private static final int NONE = -1;

    private static final int SEVERAL = -2;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Numbers phones;

    /// Which phones have two calls at once, and which have more.
    private final boolean[] shared;

    private final boolean[] crowded;

    /// By phone, where its newest call is, 0 for nowhere.
    private final int[] newest;

    private final int[] calls;
    private final int[] older;
    private int size;

    SharedPhones(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
        int places = 0;
        for (LegSummary leg : legs) {
            places += leg.callerPhones().length + leg.calleePhones().length;
        }
        phones = new Numbers(places);
        shared = new boolean[places];
        crowded = new boolean[places];
        newest = new int[places];
        calls = new int[places + 1];
        older = new int[places + 1];
    }

    /// First which phones are phones, then what they do with two calls.
    void find() {
        sweep(this::count);
        if (isAnyShared()) {
            Arrays.fill(newest, 0);
            size = 0;
            sweep(this::meet);
        }
    }

    private boolean isAnyShared() {
        for (int phone = 0; phone < phones.size(); phone++) {
            if (shared[phone] && !crowded[phone]) {
                return true;
            }
        }
        return false;
    }

    private interface Visit {
        void to(int phone, int leg, long key, boolean asCaller);
    }

    private void sweep(Visit visit) {
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i]) && !legs[i].servers()) {
                each(i, legs[i].callerPhones(), true, visit);
                each(i, legs[i].calleePhones(), false, visit);
                occupy(i, legs[i].callerPhones());
                occupy(i, legs[i].calleePhones());
            }
        }
    }

    private void each(int leg, long[] keys, boolean asCaller, Visit visit) {
        for (long key : keys) {
            int phone = phones.of(key);
            if (newest[phone] != 0 && !crowded[phone]) {
                visit.to(phone, leg, key, asCaller);
            }
        }
    }

    private void occupy(int leg, long[] keys) {
        for (long key : keys) {
            int phone = phones.of(key);
            if (!crowded[phone]) {
                calls[++size] = leg;
                older[size] = newest[phone];
                newest[phone] = size;
            }
        }
    }

    private void count(int phone, int leg, long key, boolean asCaller) {
        int other = other(phone, leg);
        shared[phone] |= other >= 0;
        crowded[phone] = other == SEVERAL;
    }

    /// The one other call of the phone, the earliest leg of it. Legs that are one call already,
    /// through a B2BUA say, are one call of the phone.
    private int other(int phone, int leg) {
        int other = NONE;
        int kept = 0;
        for (int at = newest[phone]; at != 0; at = older[at]) {
            int call = calls[at];
            if (legs[call].over() < legs[leg].milestones().start()) {
                continue;
            }
            link(phone, kept, at);
            kept = at;
            if (!ties.areTied(call, leg)) {
                if (other >= 0 && !ties.areTied(call, other)) {
                    return SEVERAL;
                }
                other = call;
            }
        }
        link(phone, kept, 0);
        return other;
    }

    /// Leaves out the calls between that are over.
    private void link(int phone, int from, int to) {
        if (from == 0) {
            newest[phone] = to;
        } else {
            older[from] = to;
        }
    }

    private void meet(int phone, int second, long key, boolean asCaller) {
        int first = shared[phone] ? other(phone, second) : NONE;
        if (first < 0) {
            return;
        }
        LegSummary talk = legs[first];
        LegSummary call = legs[second];
        boolean wasCaller = Arrays.binarySearch(talk.callerPhones(), key) >= 0;
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
